import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { countyContext, CountyDb, Protection, RowNotFound, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { DraftForm, isBesideConnections } from './draft-form.ts';
import { Draft, requireAbout } from './draft.entity.ts';
import { draftGone, draftOfConnection } from './draft.errors.ts';
import { ForgetAbandonedDrafts } from './forget-abandoned-drafts.ts';

@InputType()
export class SaveDraftInput {
  @Field(() => UUID, { nullable: true, description: 'Needed for a form of a family connection; left out for STORY, YOUTH_FEEDBACK, PARTICIPATION_REQUEST and HAND_OVER.' })
  connectionId?: Id<'FamilyConnection'> | null;

  @Field(() => DraftForm)
  form!: DraftForm;

  @Field(() => String, { nullable: true, description: 'Which one, where there may be several: the key of an agenda item, the id of a match. Up to 100 characters.' })
  about?: string | null;

  @Field(() => String, { description: 'As the client keeps it, up to 50,000 characters.' })
  content!: string;

  @Field(() => Int, { nullable: true, description: 'The revision that you have; empty for the first.' })
  revision?: number | null;
}

@InputType()
export class DiscardDraftInput {
  @Field(() => UUID)
  draftId!: Id<'Draft'>;
}

/**
 * Keeps a form that is not finished. It asks the contact ledger nothing: nobody else reads it, so that what was written stays there
 * when a meeting is suspended.
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
    private readonly abandoned: ForgetAbandonedDrafts,
  ) {}

  async run({ connectionId = null, form, about, content, revision }: SaveDraftInput): Promise<Id<'Draft'>> {
    const draftId = await this.db.transact(async (tx) => {
      await requireOnItsConnection(tx, form, connectionId);
      const of = { personId: actingPerson(tx), connectionId, form, about: requireAbout(about) };
      const key = await this.protection.keyFor(tx, of.personId);
      const known = await tx.first(Draft, of);
      if (!known && revision) throw draftGone();
      const draft = known ? await tx.lock(Draft, known.id) : Draft.begin(of, content, key, this.clock.now());
      if (known) draft.save(content, revision, key, this.clock.now());
      else tx.add(draft);
      return draft.id;
    });
    if (!revision) this.abandoned.wake(countyContext().county.slug); // once for each draft, and not with every word
    return draftId;
  }

  discard({ draftId }: DiscardDraftInput): Promise<Id<'Draft'>> {
    return this.db.transact(async (tx) => {
      const [gone] = await tx.sql(`delete from draft where id = ? and person_id = ? returning id`, [draftId, actingPerson(tx)]);
      if (!gone) throw new RowNotFound('Draft', draftId);
      return draftId;
    });
  }
}

/** Throws `MEETINGS.DRAFT_OF_CONNECTION` where a form of a connection names none or another names one, `NOT_FOUND`. */
async function requireOnItsConnection(tx: Transaction, form: DraftForm, connectionId: Id<'FamilyConnection'> | null): Promise<void> {
  if (isBesideConnections(form) === (connectionId !== null)) throw draftOfConnection();
  if (!connectionId) return;
  if (!(await isOnConnection(tx, connectionId))) throw notFound('family connection');
  await tx.get(FamilyConnection, connectionId); // who sees the whole county must name one that is there
}
