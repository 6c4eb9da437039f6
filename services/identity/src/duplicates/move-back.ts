import type { RoleName } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { CaseAssignment } from '../case-assignments/case-assignment.entity.ts';
import { joinCase, leaveCase } from '../case-assignments/case-team.ts';
import { ExternalRecord } from '../case-import/external-record.entity.ts';
import { CasePlanLimit } from '../case-plan/case-plan-limit.entity.ts';
import { tellLimit } from '../case-plan/tell-limit.ts';
import { Consent } from '../consents/consent.entity.ts';
import { sayWithdrawn } from '../consents/say-consent.ts';
import { ContactRule } from '../contact/contact-rule.entity.ts';
import { entered, sayApart, sayOfEveryRecord } from '../contact/every-record.ts';
import { sayEnded } from '../contact/say-rule.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { Child } from '../families/child.entity.ts';
import { ParticipationRequest } from '../intake/participation-request.entity.ts';
import { grantUnlessHeld, requireMayDecideOn, revoke } from '../people/holding-roles.ts';
import { RoleAssignment } from '../people/role-assignment.entity.ts';
import { everyRecordOf } from '../people/survivor.ts';
import { Relative } from '../relatives/relative.entity.ts';
import { lasts } from './handover.ts';
import { takeBackContactDetails } from './join-contact-details.ts';
import { SaidSinceKind, type PersonMerge, type SaidSince } from './person-merge.entity.ts';

/**
 * Gives back what a merge moved, and ends what it joined. A prohibition that came in between (`since`) holds for both: nobody can know whose
 * it is. Answers what had been joined and was said otherwise since, which stays with the survivor.
 */
export async function moveBack(tx: Transaction, merge: PersonMerge, since: readonly SaidSince[], at: Temporal.Instant): Promise<SaidSince[]> {
  const { survivorId, duplicateId, moved } = merge;
  await moveRolesBack(tx, merge, at);
  await moveCasesBack(tx, merge, at);
  await endJoined(tx, moved, at);
  await tellRulesApart(tx, merge, since, at);
  for (const { id, before } of moved.children) restore(await tx.get(Child, id), 'parentIds', before, survivorId, duplicateId);
  for (const { id, before } of moved.households) restore(await tx.get(CaregiverHousehold, id), 'caregiverIds', before, survivorId, duplicateId);
  for (const relative of await tx.find(Relative, { id: { $in: moved.relatives as Id<'Relative'>[] }, personId: survivorId })) relative.personId = duplicateId;
  for (const request of await tx.find(ParticipationRequest, { id: { $in: moved.participationRequests as Id<'ParticipationRequest'>[] } })) request.personId = duplicateId;
  for (const name of moved.externalRecords) {
    const record = await tx.first(ExternalRecord, { ...name, kind: 'PERSON' });
    if (record) record.recordId = duplicateId as string as Id<'Imported'>;
  }
  const details = await takeBackContactDetails(tx, survivorId, moved.contactDetails);
  return [...(await endLimits(tx, merge, at)), ...(details ? [{ kind: SaidSinceKind.CONTACT_DETAILS, recordId: details }] : [])];
}

async function moveRolesBack(tx: Transaction, { survivorId, duplicateId, moved }: PersonMerge, at: Temporal.Instant): Promise<void> {
  requireMayDecideOn(tx, moved.roles.map(({ role }) => role as RoleName));
  for (const { role, granted } of moved.roles) {
    const held = granted ? await tx.first(RoleAssignment, { personId: survivorId, role: role as RoleName, to: null }) : null;
    if (held) revoke(tx, held, at);
    await grantUnlessHeld(tx, duplicateId, role as RoleName, at);
  }
}

async function moveCasesBack(tx: Transaction, { survivorId, duplicateId, moved }: PersonMerge, at: Temporal.Instant): Promise<void> {
  for (const { childId, role, joined } of moved.cases) {
    const work = { childId: childId as Id<'Child'>, role: role as CaseAssignment['role'] };
    const held = joined ? await tx.first(CaseAssignment, { ...work, personId: survivorId, to: null }) : null;
    if (held) leaveCase(tx, held, at);
    if (!(await tx.first(CaseAssignment, { ...work, personId: duplicateId, to: null }))) joinCase(tx, work.childId, duplicateId, work.role, at);
  }
}

/** Before they are told apart: what was forbidden in between is said of both. */
export async function shareProhibitions(tx: Transaction, since: readonly SaidSince[]): Promise<void> {
  for (const rule of await tx.find(ContactRule, { id: { $in: idsOf(since) }, kind: 'PROHIBITION' })) await sayOfEveryRecord(tx, rule);
}

async function tellRulesApart(tx: Transaction, { survivorId, duplicateId }: PersonMerge, since: readonly SaidSince[], at: Temporal.Instant): Promise<void> {
  const ofEither = idsOf(since);
  for (const rule of await entered(tx, [...(await everyRecordOf(tx, survivorId)), duplicateId], at)) await sayApart(tx, rule, at, rule.kind === 'PROHIBITION' && ofEither.includes(rule.id));
}

const idsOf = (since: readonly SaidSince[]): Id<'ContactRule'>[] => since.filter(({ kind }) => kind === SaidSinceKind.CONTACT_RULE).map(({ recordId }) => recordId as Id<'ContactRule'>);

async function endJoined(tx: Transaction, moved: PersonMerge['moved'], at: Temporal.Instant): Promise<void> {
  for (const consent of await tx.find(Consent, { id: { $in: moved.consents as Id<'Consent'>[] } })) {
    if (!lasts(consent.to, at)) continue;
    consent.withdraw(at);
    sayWithdrawn(tx, consent, at);
  }
  for (const rule of await tx.find(ContactRule, { id: { $in: moved.contactRules as Id<'ContactRule'>[] } })) {
    if (!rule.lasts(at)) continue;
    rule.end(at, { source: rule.source, document: null });
    sayEnded(tx, rule, at);
  }
}

/** Ends the limits that were joined; one that the plan has revised since stays, and is answered. */
async function endLimits(tx: Transaction, { mergedBy, moved, unmergedBy }: PersonMerge, at: Temporal.Instant): Promise<SaidSince[]> {
  const stay: SaidSince[] = [];
  for (const { id, revision } of moved.casePlanLimits) {
    const limit = await tx.get(CasePlanLimit, id);
    if (limit.revision !== revision) stay.push({ kind: SaidSinceKind.CASE_PLAN_LIMIT, recordId: id });
    else if (limit.lasts(at)) {
      limit.end(at, unmergedBy ?? mergedBy);
      tellLimit(tx, limit);
    }
  }
  return stay;
}

/** The duplicate again where the survivor stands for it; whoever was named meanwhile stays. */
function restore<Key extends string>(thing: Record<Key, Id<'Person'>[]>, key: Key, before: readonly string[], survivorId: Id<'Person'>, duplicateId: Id<'Person'>): void {
  const kept = before.includes(survivorId) ? [...thing[key], duplicateId] : thing[key].map((id) => (id === survivorId ? duplicateId : id));
  const first = before.filter((id) => kept.includes(id as Id<'Person'>));
  Object.assign(thing, { [key]: [...new Set([...first, ...kept])] });
}
