import { describe, expect, it } from '@jest/globals';
import { sabotages } from './sabotages.mjs';
import { whyNotPlanted, whyUnnoticed } from './try-sabotage.mjs';

describe('a sabotage', () => {
  it.each(sabotages.map((sabotage) => [sabotage.name, sabotage] as const))('can still be planted: %s', async (_, sabotage) => {
    expect(await whyNotPlanted(sabotage)).toBeUndefined();
  });
});

describe('a sabotage turns its suite red', () => {
  it.each(sabotages.filter(({ quick }) => quick).map((sabotage) => [sabotage.name, sabotage] as const))('where %s', async (_, sabotage) => {
    expect(await whyUnnoticed(sabotage)).toBeUndefined();
  }, 180_000);
});
