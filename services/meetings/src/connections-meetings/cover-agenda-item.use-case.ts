import { AgendaItemCoveredV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ProfileEntryInput, writeProfile } from '../child-profile/write-profile.ts';
import { CommunicationPlan } from '../communication-plan/communication-plan.entity.ts';
import { CommunicationPlanInput } from '../communication-plan/communication-plan.input.ts';
import { requirePlanPossible } from '../communication-plan/plan-bounds.ts';
import { IcebreakerTopic } from '../icebreakers/icebreaker-topic.ts';
import { channelOf } from '../introductory-meetings/meeting-setting.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { AgendaKey } from './agenda.ts';
import { AgendaItem, isOfProgram, NoteReaders, titleOf, type CountyItemKey } from './agenda-item.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { noSuchItem, notInThisItem, planNeeded } from './connections-meeting.errors.ts';
import { meetingLedByActor } from './led-by-actor.ts';

@InputType()
export class CoverAgendaItemInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;

  @Field(() => AgendaKey, { nullable: true, description: 'One of the program’s six items.' })
  key?: AgendaKey | null;

  @Field(() => String, { nullable: true, description: 'An item that the county has beside the six, by its key: then `key` is left out.' })
  ownKey?: string | null;

  @Field(() => IcebreakerTopic, { nullable: true, description: 'What the icebreaker adds, of a meeting that counts as one: then `key` is left out.' })
  topic?: IcebreakerTopic | null;

  @Field(() => [ProfileEntryInput], { defaultValue: [], description: 'What the parent told of the child, for ROUTINE, LIKES_AND_DISLIKES and TRADITIONS_AND_CULTURE, and for the topics CHILD_NEEDS, MEDICAL_HISTORY and FAMILY_DYNAMICS.' })
  entries!: ProfileEntryInput[];

  @Field(() => CommunicationPlanInput, { nullable: true, description: 'Needed for COMMUNICATION_PLAN, and only there.' })
  plan?: CommunicationPlanInput | null;

  @Field(() => String, { nullable: true, description: 'For whom `noteFor` says, and a program supervisor; up to 4,000 characters.' })
  note?: string | null;

  @Field(() => NoteReaders, { defaultValue: NoteReaders.WHO_CAME })
  noteFor!: NoteReaders;

  @Field(() => Int, { nullable: true, description: 'The revision of the item that you have seen. Without it, a note of the other lead is not written over.' })
  revision?: number | null;

  @Field(() => Instant, { nullable: true, description: 'When it was talked about, where you write it down later; now, when left out.' })
  talkedAt?: Temporal.Instant | null;
}

/** One item of the agenda was talked about; what was told of the child goes into the child's profile. */
@Injectable()
export class CoverAgendaItem {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run(input: CoverAgendaItemInput): Promise<Id<'ConnectionsMeeting'>> {
    const { entries, plan = null } = input;
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const planned = await meetingLedByActor(tx, input.meetingId);
      const talkedAt = input.talkedAt ?? now;
      planned.requireTookPlace(talkedAt, now);
      const wanted = await this.#itemOf(tx, planned.id, input);
      wanted.requireAbout(entries);
      requirePlanIn(wanted, plan);
      const connection = await tx.get(FamilyConnection, planned.connectionId);
      // What one family has told the other stays told, so the ledger counts as it was at that time; a plan is for what is to come.
      for (const at of plan && input.talkedAt ? [talkedAt, now] : [talkedAt])
        await this.ledger.requireContact(tx, { channel: channelOf(planned.setting), at, between: [], and: [], alsoPresent: familiesOf(connection) });
      const meeting = await tx.lock(ConnectionsMeeting, planned.id);
      meeting.requireLedBy(actingPerson(tx));
      await writeProfile(tx, entries, { connectionId: connection.id, sourceId: connection.parentId, at: now });
      if (plan) await draftPlan(tx, connection, meeting.id, plan, now);
      if (wanted.cover({ ...input, by: actingPerson(tx), at: talkedAt }) && isOfProgram(wanted))
        tx.emit(AgendaItemCoveredV1, { meetingId: meeting.id as string as Id<'IntroductoryMeeting'>, connectionId: connection.id, key: wanted.key, coveredAt: talkedAt.toString() });
      return meeting.id;
    });
  }

  /** Throws `MEETINGS.NO_SUCH_ITEM`. */
  async #itemOf(tx: Transaction, meetingId: Id<'ConnectionsMeeting'>, { key, topic, ownKey }: CoverAgendaItemInput): Promise<AgendaItem> {
    const [wanted, ...others] = [key, topic, ownKey as CountyItemKey | null | undefined].filter((named) => named != null);
    const item = wanted && others.length === 0 ? await tx.first(AgendaItem, { meetingId, key: wanted, ofIcebreaker: Boolean(topic) }) : null;
    if (!item || isOfProgram(item) !== Boolean(key)) throw noSuchItem();
    return item;
  }
}

/** Throws `MEETINGS.NOT_IN_THIS_ITEM`, `MEETINGS.PLAN_NEEDED`. */
function requirePlanIn(item: AgendaItem, plan: CommunicationPlanInput | null): void {
  if (!plan && item.key === AgendaKey.COMMUNICATION_PLAN) throw planNeeded();
  if (plan && item.key !== AgendaKey.COMMUNICATION_PLAN) throw notInThisItem(titleOf(item));
}

async function draftPlan(tx: Transaction, connection: FamilyConnection, meetingId: Id<'ConnectionsMeeting'>, plan: CommunicationPlanInput, at: Temporal.Instant): Promise<void> {
  await requirePlanPossible(tx, connection, plan, at);
  const [newest] = await tx.find(CommunicationPlan, { connectionId: connection.id }, { orderBy: { revision: 'desc' }, limit: 1 });
  tx.add(CommunicationPlan.draft({ connectionId: connection.id, meetingId, revision: (newest?.revision ?? 0) + 1 }, plan));
}
