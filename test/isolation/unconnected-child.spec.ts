import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { mutation } from './planning-family.ts';
import { expectedUnconnected, roles, staffRoles, type Role } from './relationship-table.ts';

/** A case without a family connection: its family, and somebody in each role that can be on it. */
interface Case {
  readonly family: TestFamily;
  readonly people: Readonly<Partial<Record<Role, Actor>>>;
}

const kinds = {
  Child: 'id',
  Placement: 'placements { id }',
  CaseAssignment: 'caseAssignments { id }',
} as const;
type Kind = keyof typeof kinds;

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let open: Case;
let other: Case;
let closed: Case;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  open = await begin('Open');
  other = await begin('Other');
  closed = await begin('Closed');
  await coordinator.get(mutation('exitFosterCare'), { input: { childIds: closed.family.childIds, exitedAt: new Date().toISOString(), reason: 'REUNIFICATION' } });
  await eventually(async () => {
    if ((await king.rows(`select 1 from identity.outbox_event`)).length > 0) throw new Error('Identity has still something to say.');
    if ((await king.rows(`select 1 from identity.access_case_member where child_id = $1 and ends_at is null`, [closed.family.childIds[0]])).length > 0) throw new Error('The case is not closed yet.');
  });
}, 120_000);
afterAll(() => world?.stop());

async function begin(name: string): Promise<Case> {
  const family = await placeFamily(king, name);
  const people: Partial<Record<Role, Actor>> = { PARENT: family.parent, CAREGIVER: family.caregiver };
  for (const role of staffRoles) {
    const person = await king.person(role, name);
    await coordinator.do(mutation('assignCase'), { childIds: family.childIds, personId: person.personId, role });
    await eventually(() => person.get('query ($id: UUID!) { child(id: $id) { id } }', { id: family.childIds[0] }));
    people[role] = person;
  }
  return { family, people };
}

async function reads(actor: Actor | undefined, kind: Kind, { family }: Case): Promise<string> {
  if (!actor) return '-';
  const { data } = await actor.ask<{ child: { id?: string; placements?: unknown[]; caseAssignments?: unknown[] } | null }>(`query ($id: UUID!) { child(id: $id) { ${kinds[kind]} } }`, { id: family.childIds[0] });
  const child = data?.child;
  return child?.id || child?.placements?.length || child?.caseAssignments?.length ? 'y' : 'n';
}

/** Somebody of that role on the case, on another, and on one that is closed; undefined where nobody can stand so. */
async function somebody(role: Role): Promise<readonly [Actor | undefined, Actor | undefined, Actor | undefined]> {
  if (role === 'COORDINATOR' || role === 'PROGRAM_SUPERVISOR') return [role === 'COORDINATOR' ? coordinator : king.supervisor, undefined, role === 'COORDINATOR' ? coordinator : king.supervisor];
  if (!open.people[role]) return [undefined, await king.person(role, 'Elsewhere'), undefined];
  return [open.people[role], other.people[role], closed.people[role]];
}

describe('a child whom no family connection holds', () => {
  it.each(Object.keys(kinds) as Kind[])('S57 is the parents’ own case, and everybody else’s as far as the table says: %s', async (kind) => {
    const found: Record<string, string> = {};
    for (const role of roles) {
      const [on, elsewhere, after] = await somebody(role);
      found[role] = `${await reads(on, kind, open)}${await reads(elsewhere, kind, open)}${await reads(after, kind, closed)}`;
    }
    expect(found).toEqual(expectedUnconnected(kind));
  });

  it('is no longer a parent’s to read once their role has ended', async () => {
    const { parent, childIds } = other.family;
    const ask = 'query ($id: UUID!) { child(id: $id) { id } }';
    expect(await parent.get(ask, { id: childIds[0] })).toEqual({ child: { id: childIds[0] } });
    await king.supervisor.get(mutation('revokeRole'), { input: { personId: parent.personId, role: 'PARENT' } });
    await eventually(async () => expect((await parent.ask<{ child: unknown }>(ask, { id: childIds[0] })).data?.child ?? null).toBeNull());
  });
});
