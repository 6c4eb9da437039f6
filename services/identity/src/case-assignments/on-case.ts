import { Role, type RoleName } from '@fc/auth';
import { DomainError, forbidden, notFound, type Id } from '@fc/domain-kernel';
import { inCirclesWith, onCasesOf } from '@fc/subgraph';
import { RowNotFound, type EntityType, type Reader, type Transaction } from '@fc/tenancy';
import { Child } from '../families/child.entity.ts';
import { CaseAssignment } from './case-assignment.entity.ts';

const countyWide: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/**
 * Lets a command on children go on: a coordinator's on any, a caseworker's on those to whom they are assigned. Answers each
 * child once, locked until commit. Throws `IDENTITY.NO_CHILD`, and `NOT_FOUND` for a child of somebody else's case as for none.
 */
export async function lockChildrenOfCase(tx: Transaction, childIds: readonly Id<'Child'>[]): Promise<Id<'Child'>[]> {
  // Always in one order, so that two commands on the same siblings never wait for each other.
  const ids = [...new Set(childIds)].sort();
  if (ids.length === 0) throw new DomainError('IDENTITY.NO_CHILD', 'Name at least one child.');
  const { person, roles } = tx.context.actor;
  if (!roles.includes(Role.COORDINATOR)) {
    const mine = await tx.count(CaseAssignment, { childId: { $in: ids }, personId: person as Id<'Person'>, role: Role.CASEWORKER, to: null });
    if (mine < ids.length) throw notFound('child');
  }
  for (const id of ids) await tx.lock(Child, id);
  return ids;
}

/**
 * As `lockChildrenOfCase`, for a command on something that belongs to one child. Throws `NOT_FOUND` in the words of a thing
 * that does not exist.
 */
export async function lockChildOf<Entity extends { childId: Id<'Child'> }>(tx: Transaction, type: EntityType<Entity>, id: string): Promise<void> {
  const { childId } = await tx.get(type, id);
  await lockChildrenOfCase(tx, [childId]).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'NOT_FOUND' ? new RowNotFound(type.name, id) : error;
  });
}

/**
 * In which roles the acting person works on that child's case; a role for the whole county counts on every case. Read from
 * identity's own tables, so that it holds at once.
 */
export async function rolesOnCase(reader: Reader, childId: Id<'Child'>): Promise<RoleName[]> {
  const { person, roles } = reader.context.actor;
  const assigned = person ? await reader.rows(CaseAssignment, { childId, personId: person as Id<'Person'>, to: null }) : [];
  return [...countyWide.filter((role) => roles.includes(role)), ...assigned.map(({ role }) => role)];
}

/** Staff who know everything of a case: those for the county, its caseworkers and their supervisors. */
export const caseStaff: readonly RoleName[] = [Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR];

/** Lets a reading go on that is for those who work on the child's case in one of the roles. Throws `NOT_FOUND` for whoever may not see the child, else `FORBIDDEN`. */
export async function requireOnCaseAs(reader: Reader, childId: Id<'Child'>, allowed: readonly RoleName[] = caseStaff): Promise<void> {
  if ((await rolesOnCase(reader, childId)).some((role) => allowed.includes(role))) return;
  if (!(await maySeeChild(reader, childId))) throw notFound('child');
  throw forbidden('This is for those who work on the case.');
}

/**
 * Which of these people belong to a case whose caseworker the acting person is: as the child, a parent, or a caregiver with whom
 * the child lives now. Read from identity's own tables, so that it holds at once.
 */
async function onOwnCases(reader: Reader, personIds: readonly Id<'Person'>[]): Promise<Set<Id<'Person'>>> {
  const { person, roles } = reader.context.actor;
  if (personIds.length === 0 || !roles.includes(Role.CASEWORKER)) return new Set();
  const rows = await reader.sql<{ id: Id<'Person'> }>(
    `select distinct family.person_id as id from case_assignment worker join case_family family using (child_id)
      where worker.person_id = ? and worker.role = 'CASEWORKER' and worker.ends_at is null and family.person_id = any (string_to_array(?, ',')::uuid[])`,
    [person, personIds.join()],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether the acting person is the caseworker of a case that this person belongs to. */
export const isCaseworkerOf = async (reader: Reader, personId: Id<'Person'>): Promise<boolean> => (await onOwnCases(reader, [personId])).has(personId);

/** Which of these children the acting person may see: on the case, in the circle of a family connection of theirs, as a parent, or for the whole county. */
export async function childrenInSight(reader: Reader, ids: readonly Id<'Child'>[]): Promise<Set<Id<'Child'>>> {
  const seen = await onCasesOf(reader, ids);
  for (const id of await ofOwnChildren(reader, ids.filter((id) => !seen.has(id)))) seen.add(id);
  // A child is a person, and the caseworker's own.
  for (const id of await onOwnCases(reader, ids.filter((id) => !seen.has(id)) as string[] as Id<'Person'>[])) seen.add(id as string as Id<'Child'>);
  return seen;
}

/**
 * Of which of these children, whose case is not closed, the acting person is a parent: it is their own case, also while no home
 * joins the two families. Once the child has left foster care only their own connection is left to them (R82).
 */
async function ofOwnChildren(reader: Reader, ids: readonly Id<'Child'>[]): Promise<Id<'Child'>[]> {
  const { person, roles } = reader.context.actor;
  if (ids.length === 0 || !roles.includes(Role.PARENT)) return [];
  const rows = await reader.sql<{ id: Id<'Child'> }>(
    `select distinct child.id from child left join foster_care_episode episode on episode.child_id = child.id
      where child.id = any (string_to_array(?, ',')::uuid[]) and ? = any (child.parent_ids) and episode.exited_at is null`,
    [ids.join(), person],
  );
  return rows.map(({ id }) => id);
}

export const maySeeChild = async (reader: Reader, childId: Id<'Child'>): Promise<boolean> => (await childrenInSight(reader, [childId])).has(childId);

/** Which of these people the acting person may see: in one circle with them, as their caseworker, or for the whole county. */
export async function peopleInSight(reader: Reader, ids: readonly Id<'Person'>[]): Promise<Set<Id<'Person'>>> {
  const seen = await inCirclesWith(reader, ids);
  for (const id of await onOwnCases(reader, ids.filter((id) => !seen.has(id)))) seen.add(id);
  return seen;
}

export const maySeePerson = async (reader: Reader, personId: Id<'Person'>): Promise<boolean> => (await peopleInSight(reader, [personId])).has(personId);

/** `maySeePerson` for an id that may be a child's, who is a person too. */
export const isKnownTo = async (reader: Reader, personId: Id<'Person'>): Promise<boolean> => (await maySeePerson(reader, personId)) || maySeeChild(reader, personId as string as Id<'Child'>);
