import { SharedWorld } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Labels {
  readonly roleLabels: { readonly role: string; readonly label: string }[];
}

let world: SharedWorld;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'snohomish');
}, 120_000);
afterAll(() => world?.stop());

describe('a county’s own words', () => {
  it('S77 calls the same role by each county’s own name, for whoever is signed in there', async () => {
    const labels = async (county: string): Promise<Record<string, string>> => {
      const { roleLabels } = await (await world.county(county).person('PARENT')).get<Labels>('{ roleLabels { role label } }');
      return Object.fromEntries(roleLabels.map(({ role, label }) => [role, label]));
    };
    expect(await labels('king')).toMatchObject({ PARENT_ALLY: 'Parent Ally', COORDINATOR: 'coordinator' });
    expect(await labels('snohomish')).toMatchObject({ PARENT_ALLY: 'Parent Partner', COORDINATOR: 'coordinator' });
  });

  it('S77 lets one person hold several roles at once', async () => {
    const king = world.county('king');
    const both = await king.invite({ givenName: 'Two', familyName: 'Example', email: 'two@example.org', roles: ['PARENT', 'PARENT_ALLY'] });
    const held = await king.rows<{ role: string }>(`select role from identity.role_assignment where person_id = $1 and ends_at is null order by role`, [both.personId]);
    expect(held.map(({ role }) => role)).toEqual(['PARENT', 'PARENT_ALLY']);
  });
});
