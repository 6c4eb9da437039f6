import { DomainError, requirePast, Temporal, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { assign, leaveCase } from '../case-assignments/case-team.ts';
import { CaseAssignment } from '../case-assignments/case-assignment.entity.ts';
import { correctEpisode, correctPlacement } from '../corrections/correct-care.ts';
import { Child } from '../families/child.entity.ts';
import { enterCare, leaveCare, type Exit } from '../placements/course-of-care.ts';
import { FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';
import { endPlacement, placeChild } from '../placements/place-child.ts';
import { Placement } from '../placements/placement.entity.ts';
import { notInCare } from '../placements/placements.errors.ts';
import { cannotChange } from './case-import.errors.ts';
import type { RecordOf } from './case-record.ts';
import type { Source } from './source.ts';

export async function createEpisode(source: Source, record: RecordOf<'EPISODE'>): Promise<Id<'FosterCareEpisode'>> {
  const childId = await lockedChild(source, record);
  requirePast(record.removal_date.at, source.now, 'The removal');
  return (await enterCare(source.tx, childId, record.removal_date, exitIn(source, record))).id;
}

/** An exit that the source knows only now is one, and no correction. */
export async function updateEpisode(source: Source, record: RecordOf<'EPISODE'>, id: Id<'FosterCareEpisode'>): Promise<boolean> {
  const { tx, now, why } = source;
  const episode = await ofChild(tx, FosterCareEpisode, id, await lockedChild(source, record));
  requirePast(record.removal_date.at, now, 'The removal');
  const exit = exitIn(source, record);
  const before = episode.exitedAt ? { exitedAt: exit?.at ?? episode.exitedAt, exitReason: exit?.reason ?? episode.exitReason ?? null } : { exitedAt: null, exitReason: null };
  const corrected = await correctEpisode(tx, episode, { removed: record.removal_date, ...before }, why);
  if (episode.exitedAt || !exit) return corrected;
  await leaveCare(tx, episode, exit);
  return true;
}

export async function createPlacement(source: Source, record: RecordOf<'PLACEMENT'>): Promise<Id<'Placement'>> {
  const { tx, now } = source;
  const childId = await lockedChild(source, record);
  const started = record.begin_date;
  requirePast(started.at, now, 'The placement');
  if (record.end_date) requirePast(record.end_date.at, now, 'The end of the placement');
  const episodes = await tx.find(FosterCareEpisode, { childId }, { orderBy: { removedAt: 'desc' } });
  const episode = episodes.find(({ removedAt }) => Temporal.Instant.compare(removedAt, started.at) <= 0) ?? episodes.at(-1);
  if (!episode) throw notInCare();
  const householdId = await householdIn(source, record);
  // Whoever has left foster care has left the placement, too.
  return (await placeChild(tx, episode, { type: record.placement_type, householdId, started, ended: record.end_date?.at ?? episode.exitedAt ?? null })).id;
}

/** An end that the source knows only now is one, and no correction. */
export async function updatePlacement(source: Source, record: RecordOf<'PLACEMENT'>, id: Id<'Placement'>): Promise<boolean> {
  const { tx, now, why } = source;
  const placement = await ofChild(tx, Placement, id, await lockedChild(source, record));
  if (record.household_id && (await householdIn(source, record)) !== placement.householdId) throw cannotChange('Where the child lived');
  requirePast(record.begin_date.at, now, 'The placement');
  const end = record.end_date ? requirePast(record.end_date.at, now, 'The end of the placement') : (placement.endedAt ?? null);
  const corrected = await correctPlacement(tx, placement, { type: record.placement_type, started: record.begin_date, ended: placement.endedAt ? end : null }, why);
  if (placement.endedAt || !end) return corrected;
  await endPlacement(tx, placement, end);
  return true;
}

export async function createCaseAssignment(source: Source, record: RecordOf<'CASE_ASSIGNMENT'>): Promise<Id<'CaseAssignment'>> {
  const { tx, now } = source;
  const childId = await lockedChild(source, record);
  const workerId = await source.idOf<'Person'>('PERSON', record.worker_id, 'worker_id');
  const [assignment] = await assign(tx, [childId], workerId, record.case_role, requirePast(record.begin_date?.at ?? now, now, 'The assignment'));
  if (record.end_date) leaveCase(tx, assignment!, requirePast(record.end_date.at, now, 'The end of the assignment')); // one child, one assignment
  return assignment!.id;
}

export async function updateCaseAssignment(source: Source, record: RecordOf<'CASE_ASSIGNMENT'>, id: Id<'CaseAssignment'>): Promise<boolean> {
  const { tx, now } = source;
  const assignment = await ofChild(tx, CaseAssignment, id, await lockedChild(source, record));
  const workerId = await source.idOf<'Person'>('PERSON', record.worker_id, 'worker_id');
  const begun = record.begin_date?.at ?? assignment.from;
  if (workerId !== assignment.personId || record.case_role !== assignment.role || !begun.equals(assignment.from)) throw cannotChange('This assignment');
  if (assignment.to || !record.end_date) return false;
  leaveCase(tx, assignment, requirePast(record.end_date.at, now, 'The end of the assignment'));
  return true;
}

async function lockedChild(source: Source, { child_id: externalId }: { child_id: string }): Promise<Id<'Child'>> {
  return (await source.tx.lock(Child, await source.idOf<'Child'>('CHILD', externalId, 'child_id'))).id;
}

const householdIn = (source: Source, { household_id: externalId }: { household_id?: string | undefined }): Promise<Id<'CaregiverHousehold'> | null> =>
  externalId ? source.idOf<'CaregiverHousehold'>('HOUSEHOLD', externalId, 'household_id') : Promise.resolve(null);

/** A record of one child never becomes one of another. */
async function ofChild<Entity extends { childId: Id<'Child'> }>(tx: Transaction, type: new () => Entity, id: string, childId: Id<'Child'>): Promise<Entity> {
  const known = await tx.get(type, id);
  if (known.childId !== childId) throw cannotChange('The child');
  return known;
}

function exitIn({ now }: Source, { exit_date: date, exit_reason: reason }: RecordOf<'EPISODE'>): Exit | null {
  if (!date !== !reason) throw new DomainError('IDENTITY.IMPORT_CELL', 'exit_date and exit_reason: give both, or neither.');
  return date && reason ? { at: requirePast(date.at, now, 'The exit'), reason } : null;
}
