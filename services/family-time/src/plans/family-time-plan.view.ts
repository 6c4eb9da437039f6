import { Guarded, GuardedField, Role, type Principal } from '@fc/auth';
import { Temporal, windowState, type DueWindow, type Id, type WindowState } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChildOfVisits, FamilyTimeVisitView } from '../visits/family-time-visit.view.ts';
import { VisitBarrierView } from '../visits/visit-barrier.view.ts';
import { SupervisionLevel, VisitSetting, type EarlierTerms, type FamilyTimePlan } from './family-time-plan.entity.ts';

enum FirstVisitState {
  APPROACHING = 'APPROACHING',
  DUE = 'DUE',
  MISSED = 'MISSED',
  MET = 'MET',
  MET_LATE = 'MET_LATE',
}
registerEnumType(FirstVisitState, { name: 'FirstVisitState', description: 'MET_LATE: it took place, but after the window.' });
registerEnumType(SupervisionLevel, { name: 'SupervisionLevel', description: 'MONITORED: somebody looks in from time to time.' });

/** The part of a family connection that family time knows. */
@ObjectType('FamilyConnection')
@Directive('@key(fields: "id")')
export class ConnectionWithFamilyTime {
  @Field(() => UUID)
  id!: Id<'FamilyConnection'>;
}

@ObjectType('FirstVisitDue', { description: 'The first family time after a child entered custody is due within the number of hours that the county sets. It forbids nothing.' })
export class FirstVisitDueView {
  @Field(() => Instant)
  opens!: Temporal.Instant;

  @Field(() => Instant)
  closes!: Temporal.Instant;

  @Field(() => String, { description: 'The rule that it was computed by.' })
  rule!: string;

  @Field(() => Instant, { description: 'The removal, as it was recorded.' })
  startedAt!: Temporal.Instant;

  @Field(() => FirstVisitState)
  state!: WindowState;

  static from({ opens, closes, rule, start }: DueWindow, now: Temporal.Instant, firstHeldAt?: Temporal.Instant): FirstVisitDueView {
    return Object.assign(new FirstVisitDueView(), { opens, closes, rule, startedAt: start, state: windowState({ opens, closes }, now, firstHeldAt) });
  }
}

@ObjectType('EarlierFamilyTimePlan', { description: 'What a plan said before.' })
export class EarlierPlanView {
  @Field(() => Int)
  revision!: number;

  @Field(() => Int)
  frequencyPerWeek!: number;

  @Field(() => Int)
  minutes!: number;

  @Field(() => VisitSetting)
  setting!: `${VisitSetting}`;

  @Field(() => SupervisionLevel)
  supervision!: `${SupervisionLevel}`;

  @Field(() => Instant)
  plannedAt!: Temporal.Instant;

  static from(terms: EarlierTerms): EarlierPlanView {
    return Object.assign(new EarlierPlanView(), { ...terms, plannedAt: Temporal.Instant.from(terms.plannedAt) });
  }
}

/** What belongs to a plan besides itself. */
export interface AroundPlan {
  readonly connection: ConnectionWithFamilyTime | null;
  readonly visits: readonly FamilyTimeVisitView[];
  readonly barriers: readonly VisitBarrierView[];
  readonly firstVisitDue: FirstVisitDueView | null;
}

@ObjectType('FamilyTimePlan', { description: 'The time that a child and a parent are to spend together. For whoever is on their family connection.' })
export class FamilyTimePlanView {
  @Field(() => UUID)
  id!: Id<'FamilyTimePlan'>;

  @Field(() => ConnectionWithFamilyTime, { nullable: true, description: 'The connection that joins the two families at present; empty while the child lives with no caregiver family.' })
  connection!: ConnectionWithFamilyTime | null;

  @Field(() => ChildOfVisits)
  child!: ChildOfVisits;

  @Field(() => UUID)
  parentId!: Id<'Person'>;

  @Field(() => Int)
  frequencyPerWeek!: number;

  @Field(() => Int, { description: 'How long a visit is meant to last.' })
  minutes!: number;

  @Field(() => VisitSetting)
  setting!: `${VisitSetting}`;

  @Field(() => SupervisionLevel)
  supervision!: `${SupervisionLevel}`;

  @GuardedField(() => String, { description: 'Why the visits need somebody who watches over them. For the parent and for staff.' })
  superviseBecause!: Guarded<string | null>;

  @Field(() => Int, { description: 'Counts its versions, from 1.' })
  revision!: number;

  @Field(() => Instant)
  plannedAt!: Temporal.Instant;

  @Field(() => [EarlierPlanView], { description: 'Its earlier versions, the oldest first.' })
  earlier!: readonly EarlierPlanView[];

  @Field(() => [FamilyTimeVisitView], { description: 'In the order of time.' })
  visits!: readonly FamilyTimeVisitView[];

  @Field(() => [VisitBarrierView], { description: 'What has stood in the way of a visit, in the order of time.' })
  barriers!: readonly VisitBarrierView[];

  @Field(() => FirstVisitDueView, { nullable: true, description: 'Empty while the removal is not known.' })
  firstVisitDue!: FirstVisitDueView | null;

  static from(plan: Row<FamilyTimePlan>, around: AroundPlan): FamilyTimePlanView {
    const { id, childId, parentId, frequencyPerWeek, minutes, setting, supervision, revision, plannedAt } = plan;
    return Object.assign(new FamilyTimePlanView(), {
      ...{ id, child: { id: childId }, parentId, frequencyPerWeek, minutes, setting, supervision, revision, plannedAt },
      superviseBecause: Guarded.of(plan.superviseBecause, (reader) => mayReadReason(reader, parentId)),
      earlier: plan.earlier.map(EarlierPlanView.from),
      ...around,
    });
  }
}

const mayReadReason = (reader: Principal, parentId: Id<'Person'>): boolean =>
  reader.person === parentId || reader.has(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR);
