import { DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { Child } from '../families/child.entity.ts';
import { survivingIds } from '../people/survivor.ts';
import { isOfAge } from '../youth/acting-youth.ts';
import type { Standing } from './speaks-for.ts';

interface Said {
  readonly personId: Id<'Person'>;
  /** Whom the input names, if anybody. */
  readonly named: Id<'Person'> | null;
  /** As what the acting person speaks. */
  readonly standing: Standing;
  readonly at: Temporal.Instant;
}

/**
 * Whose yes it is that is being recorded: the person's own, or for a child a parent's or an older child's own. Families record their
 * own word; whoever works on the case names who gave a child's. Null for a small child of whom no parent is known: the worker who
 * records it answers for it. Throws `IDENTITY.GIVEN_BY_WHOM`.
 */
export async function whoseYes(reader: Reader, { personId, named, standing, at }: Said): Promise<Id<'Person'> | null> {
  const possible = standing === 'STAFF' ? await thoseToName(reader, personId, at) : { ownWord: reader.context.actor.person as Id<'Person'> }; // whoever has a standing is a person
  const [said] = named ? await survivingIds(reader, [named]) : [];
  if ('ownWord' in possible) {
    if (!named || said === possible.ownWord) return possible.ownWord;
  } else if (said ? possible.oneOf.includes(said) : possible.oneOf.length === 0) return said ?? null;
  throw new DomainError('IDENTITY.GIVEN_BY_WHOM', 'Say who agreed: the person, or for a child the parent who did. Everybody records their own word.');
}

/** An adult needs no naming; of a child it is one of these. */
async function thoseToName(reader: Reader, personId: Id<'Person'>, at: Temporal.Instant): Promise<{ readonly ownWord: Id<'Person'> } | { readonly oneOf: readonly Id<'Person'>[] }> {
  const [child] = await reader.rows(Child, { id: personId as string as Id<'Child'> });
  if (!child) return { ownWord: personId };
  return { oneOf: isOfAge(child, reader, at) ? [...child.parentIds, personId] : child.parentIds };
}
