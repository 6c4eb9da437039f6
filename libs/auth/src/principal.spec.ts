import { describe, expect, it } from '@jest/globals';
import { newId } from '@fc/domain-kernel';
import { countySchema } from '@fc/tenancy/registry';
import { Principal, Role, roleInWords } from './index.ts';

const county = countySchema.parse({
  slug: 'king', name: 'King', kind: 'COUNTY', fips: '53033', timeZone: 'America/Los_Angeles', status: 'ACTIVE', issuer: 'https://id.example.org/realms/king',
  database: { host: 'localhost', port: 5432, name: 'county_king' }, settings: {},
});

describe('Principal', () => {
  it('holds a role when it is one of its own', () => {
    const principal = new Principal({ county, person: newId(), subject: 's', class: 'family', roles: [Role.PARENT, Role.PARENT_ALLY] });
    expect(principal.has(Role.COORDINATOR, Role.PARENT)).toBe(true);
    expect(principal.has('CAREGIVER')).toBe(false);
    expect(principal.has()).toBe(false);
  });

  it('keeps its roles, whatever becomes of the list it was made from', () => {
    const roles = [Role.PARENT];
    const principal = new Principal({ county, person: newId(), subject: 's', class: 'family', roles });
    roles.push(Role.COORDINATOR);
    expect(principal.has(Role.COORDINATOR)).toBe(false);
  });
});

describe('roleInWords', () => {
  it.each([
    [Role.PROGRAM_SUPERVISOR, {}, 'a program supervisor'],
    [Role.PARENT_ALLY, {}, 'a Parent Ally'],
    [Role.PARENT_ALLY, { PARENT_ALLY: 'ally parent' }, 'an ally parent'],
  ])('says %s with %j as %s', (role, labels, words) => {
    expect(roleInWords(role, labels)).toBe(words);
  });
});
