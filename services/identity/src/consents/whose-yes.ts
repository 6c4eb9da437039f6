import { DomainError, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { Child } from '../families/child.entity.ts';
import { survivingIds } from '../people/survivor.ts';
import type { Standing } from './speaks-for.ts';

/**
 * Whose yes it is that is being recorded: the person's own, or for a child a parent's. Families record their own word; whoever
 * works on the case names the parent who gave it. Null for a child of whom no parent is known: the worker who records it answers
 * for it. Throws `IDENTITY.GIVEN_BY_WHOM`.
 */
export async function whoseYes(tx: Transaction, personId: Id<'Person'>, named: Id<'Person'> | null, standing: Standing): Promise<Id<'Person'> | null> {
  const [child] = await tx.rows(Child, { id: personId as string as Id<'Child'> });
  const acting = tx.context.actor.person as Id<'Person'>; // whoever has a standing is a person
  const possible = standing === 'STAFF' ? (child?.parentIds ?? [personId]) : [acting];
  if (named) {
    const [said] = await survivingIds(tx, [named]);
    if (said && possible.includes(said)) return said;
  } else if (!child || standing !== 'STAFF') return possible[0] ?? null;
  else if (possible.length === 0) return null;
  throw new DomainError('IDENTITY.GIVEN_BY_WHOM', 'Say who agreed: the person, or for a child the parent who did. Everybody records their own word.');
}
