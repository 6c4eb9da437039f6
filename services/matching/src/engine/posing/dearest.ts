import type { Choices } from '../flow/instance.ts';

/**
 * The `most` of these choices with the most points, in their order, and what those who are left out could bring. Of equals at the edge
 * a stretch is taken that begins elsewhere for each `turn`, so that needs that are alike are not all given the same few.
 */
export function dearest({ mentors, points }: Choices, most: number, turn: number, among: readonly number[]): Choices {
  const edge = points.toSorted()[points.length - most]!; // there are more
  let [above, equals] = [0, 0];
  for (const each of points)
    if (each > edge) above += 1;
    else if (each === edge) equals += 1;
  const room = most - above;
  const first = (turn * room) % equals;
  const kept = { mentors: new Int32Array(most), points: new Int32Array(most) };
  let [count, equal] = [0, 0];
  for (let at = 0; at < mentors.length; at += 1) {
    const each = points[at]!; // within the list, here and below
    if (each < edge || (each === edge && (equal++ - first + equals) % equals >= room)) continue;
    kept.mentors[count] = mentors[at]!;
    kept.points[count] = each;
    count += 1;
  }
  return { ...kept, beyond: { among, points: equals > room ? edge : edge - 1 } };
}
