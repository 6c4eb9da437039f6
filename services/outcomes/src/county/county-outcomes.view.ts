import type { Temporal } from '@fc/domain-kernel';
import { LocalDate } from '@fc/subgraph';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Counts } from './counts.ts';

@ObjectType('CountyOutcomes', { description: "What one county's program did and reached in a period. Every count is the real one: nothing is hidden from the county's own staff." })
export class CountyOutcomesView {
  @Field(() => LocalDate)
  from!: Temporal.PlainDate;

  @Field(() => LocalDate, { description: 'The last day that counts.' })
  to!: Temporal.PlainDate;

  @Field(() => Int)
  connectionsOpened!: number;

  @Field(() => Int, { description: 'Connections whose two families met for the first time in the period, at an icebreaker or a Connections Meeting.' })
  connectionsMet!: number;

  @Field(() => Float, { nullable: true, description: "Of those that met: half took at most this many days from the opening, on the county's calendar. Empty when none met." })
  medianDaysToMeeting!: number | null;

  @Field(() => Int)
  comfortCallsHeld!: number;

  @Field(() => Int)
  comfortCallsWithinWindow!: number;

  @Field(() => Int)
  icebreakersHeld!: number;

  @Field(() => Int)
  connectionsMeetingsHeld!: number;

  @Field(() => Int)
  windowsMissed!: number;

  @Field(() => Int)
  visitsHeld!: number;

  @Field(() => Float, { nullable: true, description: 'The part of the visits in a natural setting, from 0 to 1. Empty when there was no visit.' })
  naturalSettingShare!: number | null;

  @Field(() => Int, { description: 'Children who went home from foster care.' })
  reunifications!: number;

  @Field(() => Float, { nullable: true, description: 'Of those children: half were in care at most this many days. Empty when none went home.' })
  medianDaysToReunification!: number | null;

  @Field(() => Int, { description: 'Changes of placement that count as a move.' })
  placementMoves!: number;

  @Field(() => Int)
  trainingsCompleted!: number;

  static from(period: Pick<CountyOutcomesView, 'from' | 'to'>, counts: Counts, medians: Pick<CountyOutcomesView, 'connectionsMet' | 'medianDaysToMeeting' | 'medianDaysToReunification'>): CountyOutcomesView {
    const visitsHeld = counts.of('VISIT_HELD');
    return Object.assign(new CountyOutcomesView(), {
      ...period,
      ...medians,
      connectionsOpened: counts.of('CONNECTION_OPENED'),
      comfortCallsHeld: counts.of('COMFORT_CALL_HELD'),
      comfortCallsWithinWindow: counts.of('COMFORT_CALL_HELD', 'WITHIN_WINDOW'),
      icebreakersHeld: counts.of('MEETING_HELD', 'ICEBREAKER'),
      connectionsMeetingsHeld: counts.of('MEETING_HELD', 'CONNECTIONS_MEETING'),
      windowsMissed: counts.of('WINDOW_MISSED'),
      visitsHeld,
      naturalSettingShare: visitsHeld > 0 ? counts.of('VISIT_HELD', 'NATURAL') / visitsHeld : null,
      reunifications: counts.of('EPISODE_EXITED', 'REUNIFICATION'),
      placementMoves: counts.of('PLACEMENT_STARTED', 'MOVE'),
      trainingsCompleted: counts.of('TRAINING_COMPLETED'),
    });
  }
}
