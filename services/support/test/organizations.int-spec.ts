import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SharedWorld, type Actor } from '@fc/testing';

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly alternateName: string | null;
  readonly kind: string;
  readonly scope: string;
  readonly offers: readonly string[];
  readonly strengthens: readonly string[];
  readonly languages: readonly string[];
  readonly website: string;
  readonly advocacy: string | null;
  readonly source: string;
}

const fields = '{ id name alternateName kind scope offers strengthens languages website advocacy source }';
const listing = `query ($where: OrganizationsWhere) { organizations(input: $where) ${fields} }`;
const adding = `mutation ($input: AddOrganizationInput!) { addOrganization(input: $input) ${fields} }`;
const changing = `mutation ($input: ChangeOrganizationInput!) { changeOrganization(input: $input) ${fields} }`;
const withdrawing = 'mutation ($id: UUID!) { withdrawOrganization(organizationId: $id) }';
const circle = {
  name: 'Eastside Parent Circle',
  description: 'Parents who meet every Tuesday.',
  website: 'https://circle.example.org/',
  kind: 'PARENT_NETWORK',
  scope: 'COUNTY',
  offers: ['PEER_SUPPORT'],
  strengthens: ['SOCIAL_CONNECTIONS', 'PARENTAL_RESILIENCE'],
  languages: ['es', 'en'],
  advocacy: 'Parents speak at the county council.',
};

let world: SharedWorld;
let coordinator: Actor;
let parent: Actor;
let neighbour: Actor;

const directory = async (actor: Actor, where?: object): Promise<readonly Organization[]> => (await actor.get<{ organizations: Organization[] }>(listing, { where })).organizations;
const names = async (actor: Actor, where?: object): Promise<string[]> => (await directory(actor, where)).map(({ name }) => name);
const refusal = async (actor: Actor, document: string, variables: object): Promise<string | undefined> => (await actor.ask(document, variables)).errors[0]?.extensions?.code;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  const [king, pierce] = [world.county('king'), world.county('pierce')];
  [coordinator, parent, neighbour] = await Promise.all([king.person('COORDINATOR'), king.person('PARENT', 'Noor'), pierce.person('COORDINATOR')]);
}, 120_000);
afterAll(() => world?.stop());

describe('the directory of organizations', () => {
  it('S22 knows the partnership, who carries it and the movements beside it, for whoever is signed in, with what each offers and how to take part', async () => {
    const known = await directory(parent);
    expect(known.map(({ alternateName }) => alternateName)).toEqual(expect.arrayContaining(['BFPP', 'BPNN', 'ANPPC', 'CHAMPS']));
    expect(known.find(({ alternateName }) => alternateName === 'BFPP')).toMatchObject({ kind: 'PARTNERSHIP', scope: 'NATIONAL', offers: expect.arrayContaining(['TRAINING', 'POLICY_ADVOCACY']), advocacy: expect.any(String) });
    expect(known.map(({ name }) => name)).toEqual([...known.map(({ name }) => name)].sort(new Intl.Collator('en').compare));
    for (const one of known) expect({ one, url: URL.canParse(one.website), source: one.source !== '', languages: one.languages.length > 0 }).toEqual({ one, url: true, source: true, languages: true });
  });

  it('S22 is asked by kind, reach, offer, language and part in advocacy', async () => {
    expect(await names(parent, { kind: 'PARENT_NETWORK', offers: 'HELPLINE', language: 'es' })).toEqual(['Parents Anonymous']);
    expect((await directory(parent, { advocacy: true })).every(({ advocacy }) => advocacy !== null)).toBe(true);
    expect((await directory(parent, { advocacy: false })).every(({ advocacy }) => advocacy === null)).toBe(true);
    expect((await directory(parent, { scope: 'NATIONAL' })).every(({ scope }) => scope === 'NATIONAL')).toBe(true);
  });

  it('S65 is asked for what strengthens a protective factor, of what is known to all and of what a county has added', async () => {
    const known = await directory(parent);
    for (const one of known.filter(({ offers }) => offers.includes('PEER_SUPPORT'))) expect(one.strengthens).toContain('SOCIAL_CONNECTIONS');
    const added = await coordinator.do<Organization>(adding, { ...circle, name: 'Talk on Tuesdays' });
    expect(added.strengthens).toEqual(['SOCIAL_CONNECTIONS', 'PARENTAL_RESILIENCE']);
    expect(await names(parent, { strengthens: 'PARENTAL_RESILIENCE' })).toEqual(['Parents Anonymous', 'Talk on Tuesdays']);
    expect(await names(neighbour, { strengthens: 'PARENTAL_RESILIENCE' })).toEqual(['Parents Anonymous']);
    const untold = { ...circle, strengthens: undefined, name: 'Talk on Tuesdays', organizationId: added.id };
    expect(await coordinator.get(changing, { input: { ...untold, strengthens: ['CONCRETE_SUPPORT', 'CONCRETE_SUPPORT'] } })).toMatchObject({ changeOrganization: { strengthens: ['CONCRETE_SUPPORT'] } });
    expect(await refusal(coordinator, changing, { input: { ...untold, strengthens: ['FAMILY_FUNCTIONING'] } })).toBeDefined(); // a subscale of the PFS-2 is no protective factor
    expect(await coordinator.get(changing, { input: untold })).toMatchObject({ changeOrganization: { strengthens: [] } });
    expect(await names(parent, { strengthens: 'CONCRETE_SUPPORT' })).not.toContain('Talk on Tuesdays');
    await coordinator.get(withdrawing, { id: added.id });
  });

  it('S22 is kept by a county’s coordinators, for their own county alone', async () => {
    const added = await coordinator.do<Organization>(adding, circle);
    expect(added).toMatchObject({ name: circle.name, scope: 'COUNTY', languages: ['es', 'en'], alternateName: null });
    expect(await names(parent, { scope: 'COUNTY' })).toEqual([circle.name]);
    expect(await names(neighbour, { scope: 'COUNTY' })).toEqual([]);

    for (const [input, code] of [
      [circle, 'SUPPORT.ORGANIZATION_KNOWN'],
      [{ ...circle, name: 'Another', scope: 'NATIONAL' }, 'SUPPORT.NOT_OF_A_COUNTY'],
      [{ ...circle, name: 'Another', website: 'javascript:alert(1)' }, 'SUPPORT.NOT_A_WEBSITE'],
      [{ ...circle, name: 'Another', languages: ['no language'] }, 'SUPPORT.UNKNOWN_LANGUAGE'],
      [{ ...circle, name: ' ' }, 'TEXT_REQUIRED'],
    ] as const)
      await expect(coordinator.do(adding, input)).rejects.toMatchObject({ code });
    await expect(parent.do(adding, { ...circle, name: 'Mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' });

    const renamed = { ...circle, name: 'Eastside Parents', offers: ['PEER_SUPPORT', 'TRAINING'], advocacy: null, organizationId: added.id };
    expect(await refusal(parent, changing, { input: renamed })).toBe('FORBIDDEN');
    expect(await refusal(neighbour, changing, { input: renamed })).toBe('NOT_FOUND');
    expect(await coordinator.get(changing, { input: renamed })).toMatchObject({ changeOrganization: { id: added.id, name: 'Eastside Parents', offers: ['PEER_SUPPORT', 'TRAINING'], advocacy: null } });

    expect(await refusal(neighbour, withdrawing, { id: added.id })).toBe('NOT_FOUND');
    for (let time = 0; time < 2; time += 1) expect(await coordinator.get(withdrawing, { id: added.id })).toEqual({ withdrawOrganization: added.id });
    expect(await names(parent, { scope: 'COUNTY' })).toEqual([]);
    expect(await refusal(coordinator, changing, { input: renamed })).toBe('NOT_FOUND');
    expect((await coordinator.do<Organization>(adding, circle)).id).not.toBe(added.id);
  });
});
