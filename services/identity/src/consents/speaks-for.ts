import { Role } from '@fc/auth';
import { forbidden, notFound, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { isCaseworkerOf, isKnownTo } from '../case-assignments/on-case.ts';

/** Why somebody may say what a person agrees to: they are that person, a parent of the child, or work on the case. */
export type Standing = 'SELF' | 'PARENT' | 'STAFF';

/**
 * Lets the person themself, a parent of the child, their caseworker or a coordinator go on: they may say what the person agrees
 * to. Answers as which of these. Throws `NOT_FOUND` for whoever may not see the person, as if there were no such `what`, and `FORBIDDEN` for everybody else.
 */
export async function requireSpeaksFor(reader: Reader, personId: Id<'Person'>, what = 'person'): Promise<Standing> {
  const { person, roles } = reader.context.actor;
  if (person === personId) return 'SELF';
  if (await isParentOf(reader, personId)) return 'PARENT';
  if (roles.includes(Role.COORDINATOR) || (await isCaseworkerOf(reader, personId))) return 'STAFF';
  if (!(await isKnownTo(reader, personId))) throw notFound(what);
  throw forbidden('This is for the person, their caseworker or a coordinator.');
}

async function isParentOf(reader: Reader, personId: Id<'Person'>): Promise<boolean> {
  const [child] = await reader.sql(`select 1 as there from child where id = ? and ? = any (parent_ids)`, [personId, reader.context.actor.person]);
  return child !== undefined;
}
