import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { requireFacilitator } from '../introductory-meetings/facilitators.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { MissReason } from '../windows/due-window.ts';
import { getToFacilitate } from './facilitated-icebreaker.ts';
import { IcebreakerPurpose, IcebreakerTopic } from './icebreaker-topic.ts';
import { contactAt, Icebreaker } from './icebreaker.entity.ts';
import { recordHeld } from './record-held.ts';

@InputType()
export class HoldIcebreakerInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  icebreakerId!: Id<'Icebreaker'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;

  @Field(() => UUID, { nullable: true, description: 'Needed when it was not planned, or is off by now: who facilitated it.' })
  facilitatorId?: Id<'Person'> | null;

  @Field(() => [UUID], { nullable: true, description: 'Relatives of the children who came, at most four. Left out: those who were to come, where it was planned.' })
  relativeIds?: Id<'Person'>[] | null;

  @Field(() => MeetingSetting, { nullable: true, description: 'Where it took place. Left out: where it was planned, or somewhere in person.' })
  setting?: MeetingSetting | null;

  @Field(() => [IcebreakerPurpose], { description: 'Which of its two purposes it has served.' })
  purposes!: IcebreakerPurpose[];

  @Field(() => [IcebreakerTopic], { description: 'What was talked about; no topic is compulsory.' })
  topics!: IcebreakerTopic[];

  @Field(() => MissReason, { nullable: true, description: 'Needed when it comes too late.' })
  missReason?: MissReason | null;
}

const onCase = [Role.CASEWORKER, Role.COORDINATOR] as const;

/** An icebreaker took place. */
@Injectable()
export class HoldIcebreaker {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: HoldIcebreakerInput): Promise<Id<'Icebreaker'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      // Whoever facilitates it says so of themselves alone.
      const saysSoThemselves = !input.facilitatorId || input.facilitatorId === actingPerson(tx);
      const planned = saysSoThemselves ? await getToFacilitate(tx, input.icebreakerId, ...onCase) : await getOnConnection(tx, Icebreaker, input.icebreakerId, ...onCase);
      const { id, connectionId } = planned;
      const setting = input.setting ?? planned.setting;
      const connection = await tx.get(FamilyConnection, connectionId);
      if (input.facilitatorId) await requireFacilitator(tx, input.facilitatorId, now);
      await requireContact(tx, contactAt(connection, input.heldAt, { setting, ...planned.whoCame(input) }));
      await recordHeld(tx, await tx.lock(Icebreaker, id), input, now);
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }
}
