import type { RoleName } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import type { Protection, Transaction } from '@fc/tenancy';
import { CaseAssignment } from '../case-assignments/case-assignment.entity.ts';
import { joinCase, leaveCase } from '../case-assignments/case-team.ts';
import { ExternalRecord } from '../case-import/external-record.entity.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { Child } from '../families/child.entity.ts';
import { sayKin } from '../families/say-kin.ts';
import { ParticipationRequest } from '../intake/participation-request.entity.ts';
import { grantUnlessHeld, requireMayDecideOn, revoke } from '../people/holding-roles.ts';
import { RoleAssignment } from '../people/role-assignment.entity.ts';
import { Relative } from '../relatives/relative.entity.ts';
import type { Handover } from './handover.ts';
import { joinContactDetails } from './join-contact-details.ts';
import { joinCasePlanLimits, joinConsents, joinContactRules } from './join-what-was-said.ts';
import type { Moved } from './person-merge.entity.ts';

/** Moves what the duplicate holds, joins what it said and what was said of it, and tells every service of each. Answers what is needed to undo it. */
export async function moveToSurvivor(tx: Transaction, protection: Protection, handover: Handover): Promise<Moved> {
  const { from } = handover;
  return {
    // What forbids comes first, so that nobody is told of anything else before.
    contactRules: await joinContactRules(tx, handover),
    casePlanLimits: await joinCasePlanLimits(tx, handover),
    roles: await moveRoles(tx, handover),
    cases: await moveCases(tx, handover),
    consents: await joinConsents(tx, handover),
    contactDetails: await joinContactDetails(tx, protection, handover),
    children: renameIn(kinTo(tx, handover, await tx.find(Child, { parentIds: { $contains: [from] } }), ({ id }) => id), 'parentIds', handover),
    households: renameIn(await tx.find(CaregiverHousehold, { caregiverIds: { $contains: [from] } }), 'caregiverIds', handover),
    relatives: renameIn(kinTo(tx, handover, await tx.find(Relative, { personId: from }), ({ childId }) => childId), 'personId', handover).map(({ id }) => id),
    participationRequests: renameIn(await tx.find(ParticipationRequest, { personId: from }), 'personId', handover).map(({ id }) => id),
    externalRecords: await moveNames(tx, handover),
  };
}

async function moveRoles(tx: Transaction, { from, to, at }: Handover): Promise<Moved['roles']> {
  const held = await tx.find(RoleAssignment, { personId: from, to: null });
  requireMayDecideOn(tx, held.map(({ role }) => role));
  const moved: { role: RoleName; granted: boolean }[] = [];
  for (const assignment of held) {
    revoke(tx, assignment, at);
    moved.push({ role: assignment.role, granted: await grantUnlessHeld(tx, to, assignment.role, at) });
  }
  return moved;
}

async function moveCases(tx: Transaction, { from, to, at }: Handover): Promise<Moved['cases']> {
  const moved: { childId: Id<'Child'>; role: CaseAssignment['role']; joined: boolean }[] = [];
  for (const assignment of await tx.find(CaseAssignment, { personId: from, to: null })) {
    const { childId, role } = assignment;
    leaveCase(tx, assignment, at);
    const joined = !(await tx.first(CaseAssignment, { childId, personId: to, role, to: null }));
    if (joined) joinCase(tx, childId, to, role, at);
    moved.push({ childId, role, joined });
  }
  return moved;
}

/** The survivor is family of whose family the duplicate was; answers what says so. */
function kinTo<Saying>(tx: Transaction, { to }: Handover, saying: readonly Saying[], childOf: (one: Saying) => Id<'Child'>): readonly Saying[] {
  for (const childId of new Set(saying.map(childOf))) sayKin(tx, childId, [to]);
  return saying;
}

type Naming<Key extends string> = { readonly id: string } & Record<Key, Id<'Person'> | Id<'Person'>[] | null | undefined>;

/** Whoever named the duplicate names the survivor, once. Answers what they named before. */
function renameIn<Key extends string>(things: readonly Naming<Key>[], key: Key, { from, to }: Handover): { id: string; before: string[] }[] {
  return things.map((thing) => {
    const before = [thing[key] ?? []].flat();
    const after = [...new Set(before.map((id) => (id === from ? to : id)))];
    Object.assign(thing, { [key]: Array.isArray(thing[key]) ? after : to });
    return { id: thing.id, before };
  });
}

async function moveNames(tx: Transaction, { from, to }: Handover): Promise<Moved['externalRecords']> {
  const names = await tx.find(ExternalRecord, { kind: 'PERSON', recordId: from as string as Id<'Imported'> });
  for (const name of names) name.recordId = to as string as Id<'Imported'>;
  return names.map(({ sourceSystem, externalId }) => ({ sourceSystem, externalId }));
}
