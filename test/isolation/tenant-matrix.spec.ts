import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@fc/domain-kernel';
import { ask, eventually, SharedWorld, type Actor, type GraphQLAnswer } from '@fc/testing';
import { fingerprint, settledFingerprint } from './fingerprint.ts';
import { sampleArguments, type IdsFor } from './sample-input.ts';
import { documentFor, references, rootFields, type RootField } from './schema-fields.ts';
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
const asks = (who: Actor, field: RootField, idsFor: IdsFor): Promise<GraphQLAnswer<Data>> => who.ask<Data>(documentFor(field), sampleArguments(field, idsFor));

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  const [first, second] = [world.county('king'), world.county('pierce')];
  [king, pierce] = await Promise.all([wholeCounty(world, first, second), wholeCounty(world, second, first)]);
  // Of one county alone: what an ally shows to other counties, they asked for, and matching tests it.
  for (const person of king.people) await person.ask('mutation ($input: JoinCommitteeRosterInput!) { joinCommitteeRoster(input: $input) }', { input: { name: 'Ally' } });
  await second.rows(`update identity.person set family_name = 'Canary'`);
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

  it('is refused to a partner organisation without a grant', async () => {
    const authorization = `Bearer ${await king.county.partnerToken('partner-without-grant')}`;
    for (const field of fields) {
      const answer = await ask<Data>(world.gateway.url, { authorization }, documentFor(field), sampleArguments(field, king.idsFor));
      expect(answer.data?.[field.name] ?? null).toBeNull();
      expect(answer.errors[0]?.extensions?.code).toBe('NO_GRANT');
    }
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

describe('every mutation that takes an id', () => {
  const asked = mutations.filter((field) => field.takesId);
  const answers = new Map<string, GraphQLAnswer<Data>[]>();
  let before: Record<string, string>;

  beforeAll(async () => {
    before = await settledFingerprint(pierce.county);
    const calls = asked.flatMap((field) => king.people.map((person) => ({ field, person })));
    for (let from = 0; from < calls.length; from += 12)
      await Promise.all(
        calls.slice(from, from + 12).map(async ({ field, person }) => {
          const answer = await asks(person, field, pierce.idsFor);
          answers.set(field.name, [...(answers.get(field.name) ?? []), answer]);
        }),
      );
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
