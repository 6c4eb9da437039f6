import { Role } from '@fc/auth';
import { DomainError, type Id } from '@fc/domain-kernel';
import { RowNotFound, type Reader, type Row, type Transaction } from '@fc/tenancy';
import { requireSpeaksFor } from '../consents/speaks-for.ts';
import { Story } from './story.entity.ts';

/** The story, for the teller and for whoever wrote it down and still speaks for them. To everybody else there is none. Throws `NOT_FOUND`. */
export async function lockOwnStory(tx: Transaction, id: Id<'Story'>): Promise<Story> {
  const story = await tx.lock(Story, id);
  if (!(await isOwn(tx, story))) throw new RowNotFound('Story', id);
  return story;
}

/** As `lockOwnStory`; what has been released, coordinators may take out too. */
export async function lockStoryToWithdraw(tx: Transaction, id: Id<'Story'>): Promise<Story> {
  const story = await tx.lock(Story, id);
  const inTheOpen = story.status === 'RELEASED' || story.status === 'PUBLISHED';
  if (!(inTheOpen && tx.context.actor.roles.includes(Role.COORDINATOR)) && !(await isOwn(tx, story))) throw new RowNotFound('Story', id);
  return story;
}

/** Whether the acting person tells that story, or wrote it down and still speaks for the teller. */
export async function isOwn(reader: Reader, { tellerId, recordedBy }: Pick<Row<Story>, 'tellerId' | 'recordedBy'>): Promise<boolean> {
  const { person } = reader.context.actor;
  if (person === tellerId) return true;
  if (person !== recordedBy) return false;
  return requireSpeaksFor(reader, tellerId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError && ['NOT_FOUND', 'FORBIDDEN'].includes(error.code)) return false;
      throw error;
    },
  );
}
