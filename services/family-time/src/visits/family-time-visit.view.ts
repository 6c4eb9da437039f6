import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { VisitSetting } from '../plans/family-time-plan.entity.ts';
import { NaturalPlace, VisitAttendance, VisitCancelReason, VisitStatus, type FamilyTimeVisit } from './family-time-visit.entity.ts';

registerEnumType(VisitSetting, { name: 'VisitSetting', description: 'NATURAL: where families spend time anyway, such as a playground.' });
registerEnumType(NaturalPlace, { name: 'NaturalPlace' });
registerEnumType(VisitStatus, { name: 'VisitStatus', description: 'SUSPENDED: it will not take place as planned; please ask the caseworker. MISSED: somebody did not come.' });
registerEnumType(VisitAttendance, { name: 'VisitAttendance' });
registerEnumType(VisitCancelReason, { name: 'VisitCancelReason' });

/** The part of a child that family time knows. */
@ObjectType('Child')
@Directive('@key(fields: "id", resolvable: false)')
export class ChildOfVisits {
  @Field(() => UUID)
  id!: Id<'Child'>;
}

@ObjectType('FamilyTimeVisit', { description: 'One time that a child and a parent are to spend together. For whoever is on their family connection, and whoever is to come.' })
export class FamilyTimeVisitView {
  @Field(() => UUID)
  id!: Id<'FamilyTimeVisit'>;

  @Field(() => UUID)
  planId!: Id<'FamilyTimePlan'>;

  @Field(() => ChildOfVisits)
  child!: ChildOfVisits;

  @Field(() => UUID)
  parentId!: Id<'Person'>;

  @Field(() => VisitStatus)
  status!: `${VisitStatus}`;

  @Field(() => Instant)
  startsAt!: Temporal.Instant;

  @Field(() => Instant)
  endsAt!: Temporal.Instant;

  @Field(() => VisitSetting)
  setting!: `${VisitSetting}`;

  @Field(() => NaturalPlace, { nullable: true })
  naturalPlace!: `${NaturalPlace}` | null;

  @Field(() => String, { nullable: true, description: 'Empty once the visit is suspended.' })
  place!: string | null;

  @Field(() => UUID, { nullable: true, description: 'The person who watches over the visit.' })
  supervisorId!: Id<'Person'> | null;

  @Field(() => [UUID], { description: 'Others of the family who come too.' })
  relativeIds!: readonly Id<'Person'>[];

  @Field(() => Boolean)
  caregiverPresent!: boolean;

  @Field(() => VisitAttendance, { nullable: true, description: 'Empty until it is recorded what became of the visit.' })
  attendance!: `${VisitAttendance}` | null;

  @Field(() => Instant, { nullable: true })
  heldAt!: Temporal.Instant | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes they had together.' })
  heldMinutes!: number | null;

  @Field(() => VisitCancelReason, { nullable: true })
  cancelReason!: `${VisitCancelReason}` | null;

  static from(visit: Row<FamilyTimeVisit>): FamilyTimeVisitView {
    const { id, planId, childId, parentId, status, startsAt, endsAt, setting, naturalPlace, supervisorId, relativeIds, caregiverPresent, attendance, heldAt, heldMinutes, cancelReason } = visit;
    const place = status === 'SUSPENDED' ? null : visit.place;
    return Object.assign(new FamilyTimeVisitView(), {
      ...{ id, planId, child: { id: childId }, parentId, status, startsAt, endsAt, setting, naturalPlace, place, supervisorId, relativeIds, caregiverPresent },
      ...{ attendance, heldAt, heldMinutes, cancelReason },
    });
  }
}
