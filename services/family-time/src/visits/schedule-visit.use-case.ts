import { Role } from '@fc/auth';
import { VisitScheduledV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireContact, requireWithinCasePlan, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { VisitSetting } from '../plans/family-time-plan.entity.ts';
import { requireOnPlan } from '../plans/on-plan.ts';
import { requireFree } from './calendars.ts';
import { FamilyTimeVisit, NaturalPlace } from './family-time-visit.entity.ts';
import { tellThatItIsPlanned } from './tell-who-comes.ts';
import { supervisorNotOnCase } from './visits.errors.ts';

@InputType()
export class ScheduleVisitInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  planId!: Id<'FamilyTimePlan'>;

  @Field(() => Instant)
  startsAt!: Temporal.Instant;

  @Field(() => Int, { description: '5 to 1,440.' })
  minutes!: number;

  @Field(() => VisitSetting)
  setting!: VisitSetting;

  @Field(() => NaturalPlace, { nullable: true, description: 'For a visit in a natural setting.' })
  naturalPlace?: NaturalPlace | null;

  @Field(() => String, { description: 'Where they meet, or by which service they see each other; up to 200 characters.' })
  place!: string;

  @Field(() => UUID, { nullable: true, description: 'Somebody of the case; needed where the plan says that the visits are supervised.' })
  supervisorId?: Id<'Person'> | null;

  @Field(() => Boolean, { defaultValue: false })
  caregiverPresent!: boolean;

  @Field(() => [UUID], { defaultValue: [], description: 'Relatives and others close to the child who come too, at most ten; each needs a permission for contact with the child.' })
  relativeIds!: Id<'Person'>[];
}

/** Gives a visit of the plan a time. */
@Injectable()
export class ScheduleVisit {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ScheduleVisitInput): Promise<Id<'FamilyTimeVisit'>> {
    return this.db.once(input, async (tx) => {
      const { plan, families } = await requireOnPlan(tx, input.planId, [Role.COORDINATOR, Role.CASEWORKER, Role.VISIT_SUPERVISOR]);
      const visit = FamilyTimeVisit.schedule(plan, { ...input, caregiverIds: input.caregiverPresent ? families.caregiverIds : [] }, this.clock.now());
      if (visit.supervisorId) await requireSupervisor(tx, families.id, visit.supervisorId);
      await requireFree(tx, visit);
      await requireContact(tx, visit.contact());
      const { frequencyPerWeek: timesPerWeek, supervision } = plan;
      for (const personId of [visit.parentId, ...visit.relativeIds]) await requireWithinCasePlan(tx, { childIds: [visit.childId], personId, at: visit.startsAt, channels: [visit.channel()], timesPerWeek, supervision });
      tx.add(visit);
      const { id: visitId, planId, childId, parentId, setting } = visit;
      tx.emit(VisitScheduledV1, { visitId, planId, childId, parentId, scheduledFor: visit.startsAt.toString(), setting });
      tellThatItIsPlanned(tx, visit);
      return visitId;
    });
  }
}

/** Throws `FAMILY_TIME.SUPERVISOR_NOT_ON_CASE`. */
async function requireSupervisor(tx: Transaction, connectionId: Id<'FamilyConnection'>, personId: Id<'Person'>): Promise<void> {
  const [member] = await tx.sql(`select 1 as there from circle_member where connection_id = ? and person_id = ? and role in ('VISIT_SUPERVISOR', 'CASEWORKER')`, [connectionId, personId]);
  if (!member) throw supervisorNotOnCase();
}
