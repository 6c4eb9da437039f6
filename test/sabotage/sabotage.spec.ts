import { describe, expect, it } from '@jest/globals';
import { sabotages } from './sabotages.mjs';
import { whyUnnoticed } from './try-sabotage.mjs';

describe('a sabotage turns its suite red', () => {
  it.each(sabotages.filter(({ quick }) => quick).map((sabotage) => [sabotage.name, sabotage] as const))('where %s', async (_, sabotage) => {
    expect(await whyUnnoticed(sabotage)).toBeUndefined();
  }, 60_000);
});
