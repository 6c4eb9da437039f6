import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partnersAlways, PartnerScope, partnerScopes } from '@fc/auth';
import { newId } from '@fc/domain-kernel';
import { ask, eventually, SharedWorld, type Actor, type GraphQLAnswer } from '@fc/testing';
import { fingerprint, settledFingerprint } from './fingerprint.ts';
import { sampleArguments, type IdsFor } from './sample-input.ts';
import { answeredBy, documentFor, references, rootFields, type Include, type RootField } from './schema-fields.ts';
import { TestPartner } from './test-partner.ts';
import { idsIn, wholeCounty, type WholeCounty } from './whole-county.ts';

/** Queries that nobody of the story is answered, and whom they are for. All others must be answered somebody of it. */
const forOthers: Record<string, 'the state' | 'a partner' | 'a young person'> = { stateRelease: 'the state', stateReadiness: 'the state', stateCommitteeRoster: 'the state', myPartnerGrant: 'a partner', myCare: 'a young person' };

/** Queries that need no token: they are answered everybody, the state too. */
const forEverybody: readonly string[] = ['glossary'];

let world: SharedWorld;
let king: WholeCounty;
let pierce: WholeCounty;
let state: Actor;
let disabled: Actor;
let withoutRole: Actor;
/** Partner organisations: one whose grant covers every scope and names every connection of king, and those who have none, no longer or not yet. */
let partner: TestPartner;
let formerPartners: readonly TestPartner[];
let openConnectionId: string;

const [queries, mutations] = [rootFields('Query'), rootFields('Mutation')];
const named = (fields: readonly RootField[]): [string, RootField][] => fields.map((field) => [field.name, field]);
type Data = Record<string, unknown>;

/** Ids that no county has, and that look as old as pierce's: nobody waits for them to arrive. */
const nowhere = (): string => newId().replace(/^.{13}/, '01900000-0000');
const nobodys: IdsFor = () => [nowhere(), nowhere()];
/** What was answered, in an order that does not depend on which service was quicker. */
const settled = ({ status, data, errors }: GraphQLAnswer<unknown>): object => ({ status, data, errors: errors.map((error) => JSON.stringify(error)).sort() });
/** What of pierce alone stands in an answer: ids that king does not have, and the name that everybody has there. */
const foreignIn = (answer: unknown): string[] => {
  const text = JSON.stringify(answer);
  return [...idsIn(text).filter((id) => pierce.ids.has(id) && !king.ids.has(id)), ...(text.includes('Canary') ? ['Canary'] : [])];
};
/** All of them asked, a dozen at a time. */
async function dozens<Asked, Answer>(asked: readonly Asked[], ask: (one: Asked) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < asked.length; from += 12) answers.push(...(await Promise.all(asked.slice(from, from + 12).map(ask))));
  return answers;
}
const asks = (who: Actor, field: RootField, idsFor: IdsFor): Promise<GraphQLAnswer<Data>> => who.ask<Data>(documentFor(field), sampleArguments(field, idsFor));

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  const [first, second] = [world.county('king'), world.county('pierce')];
  [king, pierce] = await Promise.all([wholeCounty(world, first, second), wholeCounty(world, second, first)]);
  // Of one county alone: what an ally shows to other counties, they asked for, and matching tests it.
  for (const person of king.people) await person.ask('mutation ($input: JoinCommitteeRosterInput!) { joinCommitteeRoster(input: $input) }', { input: { name: 'Ally' } });
  await second.rows(`update identity.person set family_name = 'Canary'`);
  [partner, ...formerPartners] = await Promise.all(['partner-granted', 'partner-without-grant', 'partner-revoked', 'partner-expired'].map((client) => TestPartner.register(world, first, client))) as [TestPartner, ...TestPartner[]];
  const connectionIds = (await first.rows<{ id: string }>('select id from identity.family_connection order by closed_at nulls first')).map(({ id }) => id);
  openConnectionId = connectionIds[0]!;
  for (const each of [partner, ...formerPartners.slice(1)]) await each.grant(Object.values(PartnerScope), connectionIds);
  await formerPartners[1]!.end();
  await formerPartners[2]!.expire();
  state = await world.stateAdministrator();
  disabled = await first.person('COORDINATOR', 'Disabled');
  withoutRole = await first.person('COORDINATOR', 'Without-Role');
  await first.supervisor.get('mutation ($input: DisablePersonInput!) { disablePerson(input: $input) { id } }', { input: { personId: disabled.personId } });
  await first.supervisor.get('mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { id } }', { input: { personId: withoutRole.personId, role: 'COORDINATOR' } });
  for (const service of world.subgraphs.keys()) await eventually(async () => expect((await world.askDirectly(service, disabled, '{ __typename }')).status).toBe(401));
  for (const service of world.subgraphs.keys())
    await eventually(async () => expect(await first.rows(`select 1 from ${service.replaceAll('-', '_')}.access_role where person_id = $1 and (ends_at is null or ends_at > now())`, [withoutRole.personId])).toEqual([]));
}, 120_000);
afterAll(() => world?.stop());

describe('every query', () => {
  it.each(named(queries))('has somebody in the own county who is answered: %s', async (name, field) => {
    const answered: string[] = [];
    for (const person of king.people) {
      const answer = await asks(person, field, king.idsFor);
      expect(foreignIn(answer)).toEqual([]);
      if ((answer.data?.[name] ?? null) !== null) answered.push(person.signIn.username);
    }
    if (name in forOthers) expect(answered).toEqual([]);
    else expect(answered).not.toEqual([]);
  });

  it.each(named(queries.filter((field) => field.takesId)))('answers for the ids of another county as for ids that nobody has, whoever asks: %s', async (_, field) => {
    for (const person of king.people) {
      const theirs = await asks(person, field, pierce.idsFor);
      expect(foreignIn(theirs)).toEqual([]);
      expect(settled(theirs)).toEqual(settled(await asks(person, field, nobodys)));
    }
  });
});

describe('every reference', () => {
  const asked = references().map((reference) => [`${reference.typename} at ${reference.service}`, reference] as const);

  it.each(asked)('answers for the own county, and for the id of another as for one that nobody has, side by side: %s', async (_, { typename, service, document }) => {
    const [own, theirs] = [king, pierce].map(({ idsFor }) => idsFor(`${typename}Id`, 'identity')[0]);
    const ask = (person: Actor, ...ids: (string | undefined)[]): Promise<GraphQLAnswer<{ _entities: unknown[] }>> =>
      world.askDirectly(service, person, document, { representations: ids.map((each) => ({ __typename: typename, id: each })) });
    const answered: unknown[] = [];
    for (const person of king.people) {
      const beside = await ask(person, theirs, own);
      expect(foreignIn(beside)).toEqual([]);
      expect(settled(await ask(person, theirs))).toEqual(settled(await ask(person, nowhere())));
      const [ofAnother, ofOwn] = beside.data?._entities ?? [];
      if (Object.entries(ofOwn ?? {}).some(([name, value]) => name !== '__typename' && value !== null)) answered.push(ofOwn);
      expect(ofAnother ?? null).toEqual((await ask(person, nowhere())).data?._entities?.[0] ?? null);
    }
    expect(answered).not.toEqual([]);
  });

  it.each(asked)('tells nothing to whoever has no part in the county: %s', async (_, { typename, service, document }) => {
    const ask = (outsider: Actor, id: string): Promise<GraphQLAnswer<unknown>> => world.askDirectly(service, outsider, document, { representations: [{ __typename: typename, id }] });
    for (const outsider of [state, disabled, withoutRole]) {
      const answer = await ask(outsider, king.idsFor(`${typename}Id`, 'identity')[0]);
      expect(idsIn(JSON.stringify(answer.data))).toEqual([]);
      expect(settled(answer)).toEqual(settled(await ask(outsider, nowhere())));
    }
  });
});

describe('every query and every mutation', () => {
  const fields = [...queries, ...mutations];

  it('is refused to whoever brings no token', async () => {
    for (const field of fields.filter(({ name }) => !forEverybody.includes(name))) expect(await ask(world.gateway.url, {}, documentFor(field), sampleArguments(field, king.idsFor))).toMatchObject({ status: 401, data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each(named(fields))('is refused to whose account is closed, and to the state unless it is made for it: %s', async (name, field) => {
    const [closed, ofState] = [await asks(disabled, field, king.idsFor), await asks(state, field, king.idsFor)];
    expect(closed.data?.[name] ?? null).toBeNull();
    expect(closed.errors[0]?.extensions?.code).toBe('PERSON_DISABLED');
    if (forOthers[name] === 'the state' || forEverybody.includes(name)) return expect(ofState.errors).toEqual([]);
    expect(ofState.data?.[name] ?? null).toBeNull();
    expect(ofState.errors[0]?.extensions?.code).toMatch(/^(NO_COUNTY|FORBIDDEN)$/);
  });

  it.each(named(queries))('tells nothing of anybody else to whoever no longer has a role: %s', async (_, field) => {
    const answer = await asks(withoutRole, field, king.idsFor);
    expect(idsIn(JSON.stringify(answer.data)).filter((id) => id !== withoutRole.personId)).toEqual([]);
  });
});

describe('a partner organisation', () => {
  const covered = new Set<string>([...partnersAlways, ...Object.values(partnerScopes).flat()]);
  const within: Include = (type, field) => covered.has(`${type.name}.${field.name}`);
  const fields = [...queries, ...mutations];
  const opened = fields.filter(({ root, name }) => covered.has(`${root}.${name}`));
  /** As king's, but for a connection that is still open: a grant ends with the connection. */
  const kings: IdsFor = (fieldName, service) => (fieldName.startsWith('familyConnection') || fieldName.startsWith('FamilyConnection') ? [openConnectionId, openConnectionId] : king.idsFor(fieldName, service));
  /** Through the gateway, and of the service itself what it answers of that. */
  const bothWays = (asking: TestPartner, field: RootField, include: Include, idsFor: IdsFor = kings): Promise<GraphQLAnswer<Data>[]> => {
    const ofService: Include = (type, each) => include(type, each) && answeredBy(field.service)(type, each);
    const variables = sampleArguments(field, idsFor);
    return Promise.all([asking.ask<Data>(documentFor(field, 3, include), variables), asking.askDirectly<Data>(field.service, documentFor(field, 3, ofService), variables)]);
  };
  const reference = (typename: string, id: string): object => ({ representations: [{ __typename: typename, id }] });
  const codes = ({ errors }: GraphQLAnswer<unknown>): unknown[] => errors.map(({ extensions }) => extensions?.code);

  it.each(named(opened))('is answered what its grant covers: %s', async (name, field) => {
    for (const answer of await bothWays(partner, field, within)) {
      expect(foreignIn(answer)).toEqual([]);
      if (field.root === 'Mutation') expect(codes(answer)).toEqual([expect.stringMatching(/^IDENTITY\./)]); // the sample is no phone number
      else expect(answer).toMatchObject({ errors: [], data: { [name]: expect.anything() } });
    }
  });

  it.each(named(opened.filter(({ root, takesId }) => root === 'Query' && takesId)))('is answered for the ids of another county as for ids that nobody has: %s', async (_, field) => {
    const [theirs, none] = [await bothWays(partner, field, within, pierce.idsFor), await bothWays(partner, field, within, nobodys)];
    expect(foreignIn(theirs)).toEqual([]);
    expect(theirs.map(settled)).toEqual(none.map(settled));
  });

  it('is refused every other query and every other mutation, however little it asks of it', async () => {
    const shut = fields.filter((field) => !opened.includes(field) && !forEverybody.includes(field.name));
    const answers = await dozens(shut, (field) => bothWays(partner, field, () => false));
    const letIn = shut.filter(({ name }, at) => answers[at]!.some((answer) => codes(answer).join() !== 'FORBIDDEN' || (answer.data?.[name] ?? null) !== null));
    expect(letIn.map(({ name }) => name)).toEqual([]);
  });

  it('is told of connections by their references what its grant covers, of another county’s nothing, and nothing of anything else', async () => {
    const told: string[] = [];
    for (const { typename, service, document } of references(within)) {
      const ask = (id: string): Promise<GraphQLAnswer<{ _entities: unknown[] }>> => partner.askDirectly(service, document, reference(typename, id));
      const [own, theirs] = await Promise.all([kings, pierce.idsFor].map((idsFor) => ask(idsFor(`${typename}Id`, 'identity')[0])));
      expect(foreignIn(theirs)).toEqual([]);
      expect(settled(theirs!)).toEqual(settled(await ask(nowhere())));
      if (Object.entries(own?.data?._entities[0] ?? {}).some(([name, value]) => name !== '__typename' && value !== null && String(value) !== '')) told.push(`${typename} at ${service}`);
    }
    expect(told.sort()).toEqual(['FamilyConnection at family-time', 'FamilyConnection at identity', 'FamilyConnection at meetings', 'FamilyConnection at outcomes']);
    const allowed = references(within).map(({ document }) => document);
    for (const { typename, service, document } of references().filter((each) => !allowed.includes(each.document))) {
      const answer = await partner.askDirectly(service, document, reference(typename, kings(`${typename}Id`, 'identity')[0]));
      expect(answer.data ?? null).toBeNull();
      expect(codes(answer)).toEqual(['FORBIDDEN']);
    }
  });

  it.each(['has no grant', 'has none any more', 'has one whose last day has passed'].map((standing, at) => [standing, at] as const))('is answered nothing that %s: no query, no mutation and no reference', async (_, at) => {
    const former = formerPartners[at]!;
    const asked = fields.filter(({ name }) => !forEverybody.includes(name));
    const answers = (await dozens(asked, (field) => bothWays(former, field, within))).flat();
    answers.push(...(await dozens(references(within), ({ typename, service, document }) => former.askDirectly<Data>(service, document, reference(typename, kings(`${typename}Id`, 'identity')[0])))));
    for (const answer of answers) {
      expect(answer.data ?? null).toBeNull();
      expect(codes(answer)).toEqual(['NO_GRANT']);
    }
  });
});

describe('every mutation that takes an id', () => {
  const asked = mutations.filter((field) => field.takesId);
  const answers = new Map<string, GraphQLAnswer<Data>[]>();
  let before: Record<string, string>;

  beforeAll(async () => {
    before = await settledFingerprint(pierce.county);
    const calls = asked.flatMap((field) => king.people.map((person) => ({ field, person })));
    await dozens(calls, async ({ field, person }) => {
      const answer = await asks(person, field, pierce.idsFor);
      answers.set(field.name, [...(answers.get(field.name) ?? []), answer]);
    });
  }, 240_000);

  it.each(asked.map(({ name }) => name))('is refused with ids of another county, whoever asks: %s', (name) => {
    expect(answers.get(name)).toHaveLength(king.people.length);
    for (const answer of answers.get(name)!) {
      expect(answer.errors[0]?.extensions?.code).toMatch(/^(?!INTERNAL)[A-Z_]+(\.[A-Z_]+)?$/);
      expect(foreignIn(answer)).toEqual([]);
    }
  });

  it('has written nothing in the county whose ids they were', async () => {
    expect(await fingerprint(pierce.county)).toEqual(before);
  });
});
