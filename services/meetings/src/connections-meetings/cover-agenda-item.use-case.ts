import { AgendaItemCoveredV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ProfileEntryInput, writeProfile } from '../child-profile/write-profile.ts';
import { CommunicationPlan } from '../communication-plan/communication-plan.entity.ts';
import { CommunicationPlanInput } from '../communication-plan/communication-plan.input.ts';
import { requirePlanPossible } from '../communication-plan/plan-bounds.ts';
import { channelOf } from '../introductory-meetings/meeting-setting.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { agendaItem, AgendaKey } from './agenda.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { notInThisItem, planNeeded } from './connections-meeting.errors.ts';
import { meetingLedByActor } from './led-by-actor.ts';

@InputType()
export class CoverAgendaItemInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;

  @Field(() => AgendaKey)
  key!: AgendaKey;

  @Field(() => [ProfileEntryInput], { defaultValue: [], description: 'What the parent told of the child, for ROUTINE, LIKES_AND_DISLIKES and TRADITIONS_AND_CULTURE.' })
  entries!: ProfileEntryInput[];

  @Field(() => CommunicationPlanInput, { nullable: true, description: 'Needed for COMMUNICATION_PLAN, and only there.' })
  plan?: CommunicationPlanInput | null;

  @Field(() => String, { nullable: true, description: 'For those who were at the meeting and the program supervisor.' })
  note?: string | null;
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
    const { key, entries, plan = null } = input;
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const meeting = await tx.lock(ConnectionsMeeting, (await meetingLedByActor(tx, input.meetingId)).id);
      meeting.requireLedBy(actingPerson(tx));
      const { fields } = agendaItem(key);
      if (entries.some(({ field }) => !fields.includes(field))) throw notInThisItem(key);
      if (!plan && key === AgendaKey.COMMUNICATION_PLAN) throw planNeeded();
      if (plan && key !== AgendaKey.COMMUNICATION_PLAN) throw notInThisItem(key);
      await this.#keep(tx, meeting, entries, plan, now);
      const item = await tx.first(AgendaItem, { meetingId: meeting.id, key });
      if (item?.cover({ by: actingPerson(tx), at: now, note: input.note }))
        tx.emit(AgendaItemCoveredV1, { meetingId: meeting.id as string as Id<'IntroductoryMeeting'>, connectionId: meeting.connectionId, key, coveredAt: now.toString() });
      return meeting.id;
    });
  }

  async #keep(tx: Transaction, { id: meetingId, connectionId, setting }: ConnectionsMeeting, entries: readonly ProfileEntryInput[], plan: CommunicationPlanInput | null, at: Temporal.Instant): Promise<void> {
    const connection = await tx.get(FamilyConnection, connectionId);
    // What one family has told the other stays told. The meeting itself was permitted when it was planned.
    await this.ledger.requireContact(tx, { channel: channelOf(setting), at, between: [], and: [], alsoPresent: familiesOf(connection) });
    await writeProfile(tx, entries, { connectionId, sourceId: connection.parentId, at });
    if (!plan) return;
    await requirePlanPossible(tx, connection, plan, at);
    const [newest] = await tx.find(CommunicationPlan, { connectionId }, { orderBy: { revision: 'desc' }, limit: 1 });
    tx.add(CommunicationPlan.draft({ connectionId, meetingId, revision: (newest?.revision ?? 0) + 1 }, plan));
  }
}
