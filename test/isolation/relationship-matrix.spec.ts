import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partnersAlways, PartnerScope, partnerScopes } from '@fc/auth';
import { eventually, SharedWorld, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { guardedFields } from './guarded-fields.ts';
import { guardedElsewhere, ofCase, readings, withoutReading } from './relationship-readings.ts';
import { columns, expectedOf, mentorRoles, staffRoles } from './relationship-table.ts';
import { documentFor, fieldsBeside, recordKinds, references, rootFields, type Include } from './schema-fields.ts';
import { TestPartner } from './test-partner.ts';
import { wholeCase, type WholeCase } from './whole-case.ts';

const readingScopes = [PartnerScope.CONNECTIONS, PartnerScope.MEETINGS, PartnerScope.FAMILY_TIME, PartnerScope.OUTCOMES] as const;
const fieldsOf = (scopes: readonly PartnerScope[]): Set<string> => new Set([...partnersAlways, ...scopes.flatMap((scope) => partnerScopes[scope])]);

/** How somebody stands to the case whose records are read. */
const standings = ['on it', 'on another', 'no longer on it', 'on it, and it is closed'] as const;

let world: SharedWorld;
let king: TestCounty;
let open: WholeCase;
let other: WholeCase;
let closed: WholeCase;
/** By kind of record or guarded field and column, a place for each standing. */
const seen = new Map<string, string>();
type Column = (typeof columns)[number];
/** Whoever asks: a person, or an organisation's program. */
interface Asking {
  ask<Data>(query: string, variables: object): Promise<GraphQLAnswer<Data>>;
}
let partners: readonly [TestPartner, TestPartner, TestPartner];

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  open = await wholeCase(king, 'Open');
  other = await wholeCase(king, 'Other');
  closed = await wholeCase(king, 'Closed');
  const coordinator = await king.person('COORDINATOR');
  await coordinator.get('mutation ($input: ExitFosterCareInput!) { exitFosterCare(input: $input) { id } }', { input: { childIds: closed.family.childIds, exitedAt: new Date().toISOString(), reason: 'REUNIFICATION' } });
  await eventually(async () => {
    for (const service of ['identity', 'matching', 'meetings', 'family_time', 'support', 'outcomes'])
      if ((await king.rows(`select 1 from ${service}.access_party where connection_id = $1 and closed_at is null`, [closed.connectionId])).length > 0) throw new Error(`${service} has not heard that the case is closed.`);
    if ((await king.rows(`select 1 from family_time.family_time_visit where child_id = $1 and status in ('PLANNED', 'SUSPENDED')`, [closed.family.childIds[0]])).length > 0) throw new Error('A visit is still planned for the closed case.');
  });
  partners = await Promise.all([partner('on-it', [open, closed]), partner('on-another', [other]), partner('no-longer', [open])]);
  await partners[2].end();
  await settled();
  for (const column of columns) await look(column);
}, 240_000);
afterAll(() => world?.stop());

/** Nothing is on its way between the services any more. */
const settled = (): Promise<void> =>
  eventually(async () => {
    for (const service of ['identity', 'matching', 'meetings', 'family_time', 'support']) if ((await king.rows(`select 1 from ${service}.outbox_event`)).length > 0) throw new Error(`${service} has still something to say.`);
  });

/** Whose grant names those cases, in every scope that reads. */
async function partner(name: string, cases: readonly WholeCase[]): Promise<TestPartner> {
  const registered = await TestPartner.register(world, king, `partner-${name}`);
  await registered.grant(readingScopes, cases.map(({ connectionId }) => connectionId));
  return registered;
}

/** Somebody of that column in each standing; undefined where nobody can stand so. */
async function somebody(column: Column): Promise<readonly (readonly [Asking | undefined, WholeCase])[]> {
  if (column === 'COORDINATOR' || column === 'PROGRAM_SUPERVISOR') {
    const actor = column === 'COORDINATOR' ? await king.person('COORDINATOR') : king.supervisor;
    return [[actor, open], [undefined, open], [undefined, open], [actor, closed]];
  }
  if (column === 'PARTNER') return [[partners[0], open], [partners[1], open], [partners[2], open], [partners[0], closed]];
  return [[open.people[column], open], [other.people[column], open], [open.left[column], open], [closed.people[column], closed]];
}

/** Writes down what whoever stands in that column is shown, each kind of record asked for by all four at once. */
async function look(column: Column): Promise<void> {
  const people = await somebody(column);
  for (const [kind, { guarded }] of Object.entries(readings)) {
    const shown = await Promise.all(people.map(([asking, whole]) => asking && shownTo(asking, kind, whole)));
    for (const what of [kind, ...Object.keys(guarded?.shown ?? {})]) seen.set(`${what} ${column}`, shown.map((each) => (each ? (each.has(what) ? 'y' : 'n') : '-')).join(''));
  }
}

/** Of that record of the case: the kind, if it is in what they are answered, and each guarded field that they are shown of it. */
async function shownTo(asking: Asking, kind: string, { name, connectionId, family }: WholeCase): Promise<ReadonlySet<string>> {
  const { ask, record, guarded } = readings[kind]!;
  const variables = { connection: connectionId, parent: family.parent.personId, caregiver: family.caregiver.personId, child: family.childIds[0], household: family.householdId };
  const [wanted] = await king.rows<{ id: string }>(record, [connectionId]);
  if (!wanted) throw new Error(`The case has no ${kind}: ${record}`);
  const used = Object.entries(variables).filter(([name]) => ask.includes(`$${name}`));
  const answerTo = async (selection: string): Promise<string> => {
    const { data, errors } = await asking.ask(`query ${used.length > 0 ? `(${used.map(([name]) => `$${name}: UUID!`).join(', ')})` : ''} { ${selection} }`, Object.fromEntries(used));
    if (errors.some((error) => String(error.extensions?.code).startsWith('SUBGRAPH_'))) throw new Error(`A service did not answer in time: ${selection}`);
    return JSON.stringify(data ?? null);
  };
  const plain = await answerTo(ask);
  const shown = new Set(plain.includes(`"${wanted.id}"`) ? [kind] : []);
  if (!guarded) return shown;
  const more = await answerTo(ask.replaceAll('{ id }', `{ id ${guarded.select} }`));
  for (const [field, piece] of Object.entries(guarded.shown)) if (more.includes(piece.replace(ofCase, name))) shown.add(field);
  return shown;
}

describe('the relationship matrix', () => {
  it('has a row for every kind of record in the schema, or a reason why none is read', () => {
    expect([...Object.keys(readings), ...Object.keys(withoutReading)].sort()).toEqual(recordKinds());
  });

  it('has a row for every guarded field in the schema, or a reason why none is read of a case', () => {
    const shown = Object.values(readings).flatMap(({ guarded }) => Object.keys(guarded?.shown ?? {}));
    expect([...shown, ...Object.keys(guardedElsewhere)].sort()).toEqual(guardedFields());
  });

  it.each(Object.entries(readings).flatMap(([kind, { guarded }]) => [kind, ...Object.keys(guarded?.shown ?? {})]))('lets each role, and a partner organisation, read %s as far as the table says', (what) => {
    const found = Object.fromEntries(columns.map((column) => [column, seen.get(`${what} ${column}`)]));
    expect(found).toEqual(expectedOf(what));
  });

  it('R80 keeps what a parent and their ally talk about between the two and the program supervisor', () => {
    for (const what of ['PreparationSession', 'FollowUpSession', 'PreparationSession.note', 'FollowUpSession.note']) {
      const reading = columns.filter((column) => seen.get(`${what} ${column}`)?.startsWith('y'));
      expect(reading).toEqual(['PROGRAM_SUPERVISOR', 'PARENT_ALLY', 'PARENT']);
    }
  });

  it.each(standings.slice(1, 3).map((standing, index) => [standing, index + 1] as const))('lets nobody read any record of the case who is %s, beyond those who see the county', (_, place) => {
    expect([...seen].filter(([, marks]) => marks[place] === 'y')).toEqual([]);
  });

  it('R82 leaves staff and mentors nothing of a closed case but what is their own', () => {
    const helping = [...staffRoles, ...mentorRoles];
    const left = Object.keys(readings).flatMap((kind) => [...helping, 'PARTNER'].filter((column) => seen.get(`${kind} ${column}`)?.[3] === 'y').map((column) => `${kind} ${column}`));
    expect(left).toEqual(['ResourceReferral NAVIGATOR', 'MyMatchProposal PARENT_ALLY', 'WrittenConsent CASEWORKER', 'MandatedReport PARENT_ALLY']);
  });
});

describe('a partner organisation', () => {
  const codes = ({ errors }: GraphQLAnswer<unknown>): unknown[] => errors.map(({ extensions }) => extensions?.code);
  const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  const one = rootFields('Query').find(({ name }) => name === 'familyConnection')!;
  type One = { familyConnection: Record<string, unknown> | null };

  it.each(readingScopes)('reads what %s covers of the connection that its grant names, no field beside, and nothing of another connection', async (scope) => {
    const asking = await TestPartner.register(world, king, `partner-${scope.toLowerCase().replaceAll('_', '-')}`);
    const scopes = [...new Set([PartnerScope.CONNECTIONS, scope])];
    await asking.grant(scopes, [open.connectionId]);
    const covered = fieldsOf(scopes);
    const within: Include = (type, field) => covered.has(`${type.name}.${field.name}`);
    const document = documentFor(one, 3, within);
    const inside = await asking.ask<One>(document, { id: open.connectionId });
    expect(inside.errors).toEqual([]);
    const told = Object.entries(inside.data?.familyConnection ?? {}).filter(([, value]) => !isEmpty(value));
    expect(told.map(([name]) => `FamilyConnection.${name}`)).toEqual(expect.arrayContaining(partnerScopes[scope].filter((field) => field.startsWith('FamilyConnection.') && field !== 'FamilyConnection.closedAt')));
    const outside = await asking.ask<One>(document, { id: other.connectionId });
    expect(outside.data?.familyConnection ?? null).toBeNull();
    expect(codes(outside)).toEqual(['NOT_FOUND']);
    expect((await asking.ask('{ familyConnections { nodes { id } } }')).data).toEqual({ familyConnections: { nodes: [{ id: open.connectionId }] } });

    for (const { service, document: ofReference } of references(within).filter(({ typename }) => typename === 'FamilyConnection')) {
      const representations = [open, other].map(({ connectionId: id }) => ({ __typename: 'FamilyConnection', id }));
      const { data } = await asking.askDirectly<{ _entities: (Record<string, unknown> | null)[] }>(service, ofReference, { representations });
      expect(Object.entries(data?._entities[1] ?? {}).filter(([name, value]) => name !== '__typename' && !isEmpty(value))).toEqual([]);
    }
    const letIn: string[] = [];
    for (const [coordinate, beside] of fieldsBeside(covered)) if (!codes(await asking.ask<One>(beside, { id: open.connectionId })).includes('FORBIDDEN')) letIn.push(coordinate);
    expect(letIn).toEqual([]);
  });
});
