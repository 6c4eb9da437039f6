import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { readings, withoutReading } from './relationship-readings.ts';
import { expectedOf, mentorRoles, roles, staffRoles, type Role } from './relationship-table.ts';
import { recordKinds } from './schema-fields.ts';
import { wholeCase, type WholeCase } from './whole-case.ts';

/** How somebody stands to the case whose records are read. */
const standings = ['on it', 'on another', 'no longer on it', 'on it, and it is closed'] as const;

let world: SharedWorld;
let king: TestCounty;
let open: WholeCase;
let other: WholeCase;
let closed: WholeCase;
const seen = new Map<string, string>();

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
  });
  await settled();
  for (const role of roles) for (const kind of Object.keys(readings)) seen.set(`${kind} ${role}`, await cell(kind, role));
}, 180_000);
afterAll(() => world?.stop());

/** Nothing is on its way between the services any more. */
const settled = (): Promise<void> =>
  eventually(async () => {
    for (const service of ['identity', 'matching', 'meetings', 'family_time', 'support']) if ((await king.rows(`select 1 from ${service}.outbox_event`)).length > 0) throw new Error(`${service} has still something to say.`);
  });

/** Somebody of that role in each standing; undefined where nobody can stand so. */
async function somebody(role: Role): Promise<readonly (readonly [Actor | undefined, WholeCase])[]> {
  if (role === 'COORDINATOR' || role === 'PROGRAM_SUPERVISOR') {
    const actor = role === 'COORDINATOR' ? await king.person('COORDINATOR') : king.supervisor;
    return [[actor, open], [undefined, open], [undefined, open], [actor, closed]];
  }
  if (role === 'RELATIVE' || role === 'YOUTH') return [[undefined, open], [await king.person(role, 'Elsewhere'), open], [undefined, open], [undefined, closed]];
  return [[open.people[role], open], [other.people[role], open], [open.left[role], open], [closed.people[role], closed]];
}

async function cell(kind: string, role: Role): Promise<string> {
  const people = await somebody(role);
  const marks = await Promise.all(people.map(async ([actor, whole]) => (actor ? ((await reads(actor, kind, whole)) ? 'y' : 'n') : '-')));
  return marks.join('');
}

/** Whether that record of the case is in what this person is answered. */
async function reads(actor: Actor, kind: string, { connectionId, family }: WholeCase): Promise<boolean> {
  const { ask, record } = readings[kind]!;
  const variables = { connection: connectionId, parent: family.parent.personId, caregiver: family.caregiver.personId, child: family.childIds[0], household: family.householdId };
  const [wanted] = await king.rows<{ id: string }>(record, [connectionId]);
  if (!wanted) throw new Error(`The case has no ${kind}: ${record}`);
  const used = Object.entries(variables).filter(([name]) => ask.includes(`$${name}`));
  const { data, errors } = await actor.ask(`query ${used.length > 0 ? `(${used.map(([name]) => `$${name}: UUID!`).join(', ')})` : ''} { ${ask} }`, Object.fromEntries(used));
  if (errors.some((error) => String(error.extensions?.code).startsWith('SUBGRAPH_'))) throw new Error(`A service did not answer in time: ${ask}`);
  return JSON.stringify(data).includes(`"${wanted.id}"`);
}

describe('the relationship matrix', () => {
  it('has a row for every kind of record in the schema, or a reason why none is read', () => {
    expect([...Object.keys(readings), ...Object.keys(withoutReading)].sort()).toEqual(recordKinds());
  });

  it.each(Object.keys(readings))('lets each role read %s as far as the table says', (kind) => {
    const found = Object.fromEntries(roles.map((role) => [role, seen.get(`${kind} ${role}`)]));
    expect(found).toEqual(expectedOf(kind));
  });

  it('R80 keeps what a parent and their ally talk about between the two and the program supervisor', () => {
    for (const kind of ['PreparationSession', 'FollowUpSession']) {
      const reading = roles.filter((role) => seen.get(`${kind} ${role}`)?.startsWith('y'));
      expect(reading).toEqual(['PROGRAM_SUPERVISOR', 'PARENT_ALLY', 'PARENT']);
    }
  });

  it.each(standings.slice(1, 3).map((standing, index) => [standing, index + 1] as const))('lets nobody read any record of the case who is %s, beyond those who see the county', (_, place) => {
    const readable = Object.keys(readings).filter((kind) => roles.some((role) => seen.get(`${kind} ${role}`)?.[place] === 'y'));
    expect(readable).toEqual([]);
  });

  it('R82 leaves staff and mentors nothing of a closed case but what is their own', () => {
    const helping = [...staffRoles, ...mentorRoles];
    const left = Object.keys(readings).flatMap((kind) => helping.filter((role) => seen.get(`${kind} ${role}`)?.[3] === 'y').map((role) => `${kind} ${role}`));
    expect(left).toEqual(['ResourceReferral NAVIGATOR', 'MyMatchProposal PARENT_ALLY', 'WrittenConsent CASEWORKER', 'MandatedReport PARENT_ALLY']);
  });
});
