import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ProfileEntryInput, writeProfile } from '../child-profile/write-profile.ts';
import { isTopic, NoteReaders } from '../connections-meetings/agenda-item.entity.ts';
import { noSuchItem } from '../connections-meetings/connections-meeting.errors.ts';
import { channelOf } from '../introductory-meetings/meeting-setting.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { Placement } from '../projections/placement.entity.ts';
import { agendaOfIcebreaker } from './agenda-of.ts';
import { getToFacilitate } from './facilitated-icebreaker.ts';
import { IcebreakerTopic } from './icebreaker-topic.ts';
import { Icebreaker } from './icebreaker.entity.ts';

@InputType()
export class CoverIcebreakerItemInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  icebreakerId!: Id<'Icebreaker'>;

  @Field(() => IcebreakerTopic, { nullable: true, description: 'One of the program’s topics.' })
  topic?: IcebreakerTopic | null;

  @Field(() => String, { nullable: true, description: 'An item that the county has beside them, by its key: then `topic` is left out.' })
  ownKey?: string | null;

  @Field(() => [ProfileEntryInput], { defaultValue: [], description: 'What the parent told of the child, for CHILD_NEEDS, ROUTINES, LIKES_AND_DISLIKES, MEDICAL_HISTORY and FAMILY_DYNAMICS.' })
  entries!: ProfileEntryInput[];

  @Field(() => String, { nullable: true, description: 'For whom `noteFor` says, and a program supervisor; up to 4,000 characters.' })
  note?: string | null;

  @Field(() => NoteReaders, { defaultValue: NoteReaders.WHO_CAME })
  noteFor!: NoteReaders;

  @Field(() => Int, { nullable: true, description: 'The revision of the item that you have seen. Without it, your own note is written over, and nobody else’s.' })
  revision?: number | null;

  @Field(() => Instant, { nullable: true, description: 'When it was talked about, where you write it down later; when left out, now, or once the icebreaker was held, when it was.' })
  talkedAt?: Temporal.Instant | null;
}

/** Whoever facilitates an icebreaker writes down what was talked about, while it goes on or afterwards; what was told of the child goes into the child’s profile as the parent’s word. */
@Injectable()
export class CoverIcebreakerItem {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run(input: CoverIcebreakerItemInput): Promise<Id<'Icebreaker'>> {
    return this.db.once(input, async (tx) => {
      const by = actingPerson(tx);
      const now = this.clock.now();
      const planned = await getToFacilitate(tx, input.icebreakerId, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.VISIT_SUPERVISOR);
      const at = input.talkedAt ?? planned.heldAt ?? now;
      planned.requireFacilitatedBy(by, at);
      planned.requireTookPlace(at, { placement: await tx.get(Placement, planned.placementId), zone: tx.context.county.timeZone, now });
      const connection = await tx.get(FamilyConnection, planned.connectionId);
      await this.ledger.requireContact(tx, { channel: channelOf(planned.setting), at, between: [], and: [], alsoPresent: familiesOf(connection) });
      const icebreaker = await tx.lock(Icebreaker, planned.id);
      icebreaker.requireFacilitatedBy(by, at);
      const wanted = (await agendaOfIcebreaker(tx, icebreaker)).find((item) => (isTopic(item) ? item.key === input.topic : item.key === input.ownKey));
      if (!wanted || (input.topic && input.ownKey)) throw noSuchItem();
      wanted.requireAbout(input.entries);
      await writeProfile(tx, input.entries, { connectionId: connection.id, sourceId: connection.parentId, at: now });
      wanted.cover({ ...input, by, at });
      if (isTopic(wanted)) icebreaker.alsoAbout(wanted.key);
      return icebreaker.id;
    });
  }
}
