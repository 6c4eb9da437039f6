import { describe, expect, it } from '@jest/globals';
import { knownOrganizations } from './known-organizations.ts';

const names = (countyFips: string | null): string[] => knownOrganizations(countyFips).map(({ name }) => name);

describe('the organizations that come with the platform', () => {
  it('are those of the nation for everybody, and those of a state for its counties', () => {
    expect(names('53033')).toContain('Amara');
    for (const elsewhere of ['06037', null]) expect(names(elsewhere)).toEqual(names('53033').filter((name) => name !== 'Amara'));
    expect(names(null)).toContain('Birth and Foster Parent Partnership');
  });

  it('have ids and names that stay apart, and a source each', () => {
    const known = knownOrganizations('53033');
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
    expect(new Set(names('53033')).size).toBe(known.length);
    expect(known.filter(({ source, website }) => source === '' || !website.startsWith('https://'))).toEqual([]);
  });
});
