import { goalsOf } from './goals.ts';
import { measure } from './measured.ts';
import { arrivalRow, growthRows, rowsOf } from './rows.ts';
import { measurings } from './sizes.ts';
import { wholeEngine } from './whole-engine.ts';

/** Every way to match on the same instances, how their cost grows, one arrival, the whole engine; then every goal beside what was found. */
export async function matching(): Promise<object[]> {
  const measured = [];
  for (const measuring of measurings) {
    const began = performance.now();
    measured.push(await measure(measuring));
    console.log(`matching: ${measuring.what} (${Math.round((performance.now() - began) / 1_000)} s)`);
  }
  const began = performance.now();
  const whole = await wholeEngine();
  console.log(`matching: the whole engine (${Math.round((performance.now() - began) / 1_000)} s)`);
  return [...measured.flatMap(rowsOf), ...growthRows(measured), ...measured.map(arrivalRow), ...whole, ...measured.flatMap(goalsOf)];
}
