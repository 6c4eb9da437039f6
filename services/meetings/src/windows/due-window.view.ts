import { Temporal, windowState, type Id, type WindowState } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MissReason, type KeptWindow } from './due-window.ts';

enum MeetingWindowState {
  APPROACHING = 'APPROACHING',
  DUE = 'DUE',
  MISSED = 'MISSED',
  MET = 'MET',
  MET_LATE = 'MET_LATE',
}
registerEnumType(MeetingWindowState, { name: 'MeetingWindowState', description: 'It forbids nothing: early satisfies it, late asks for a reason.' });
registerEnumType(MissReason, { name: 'MissReason', description: 'Why a window closed without what belonged in it.' });

@ObjectType('MeetingWindow', { description: 'When something is best done, with the rule and the start that this was computed from, in the time zone of the county.' })
export class MeetingWindowView {
  @Field(() => String, { description: 'The stable name of the rule: COMFORT_CALL_24_HOURS_FROM_PLACEMENT.' })
  rule!: string;

  @Field(() => String, { description: 'The kind of event that started the clock: REMOVAL, PLACEMENT, MATCH.' })
  startedBy!: string;

  @Field(() => Instant, { description: 'That event as it was recorded.' })
  start!: Temporal.Instant;

  @Field(() => Instant)
  opensAt!: Temporal.Instant;

  @Field(() => Instant, { description: 'The first instant behind it.' })
  closesAt!: Temporal.Instant;

  @Field(() => MeetingWindowState, { nullable: true, description: 'Empty where nothing is due any more, or nothing is possible at present.' })
  state!: WindowState | null;

  /** Why it was missed, which is told to each as far as they may know. */
  reason!: `${MissReason}` | null;

  connectionId!: Id<'FamilyConnection'>;

  /** `due` is false for what was closed or suspended: then the window asks for nothing. */
  static from(window: KeptWindow & { readonly connectionId: Id<'FamilyConnection'> }, { now, doneAt, due }: { now: Temporal.Instant; doneAt: Temporal.Instant | null | undefined; due: boolean }): MeetingWindowView {
    const { connectionId, rule, startedBy, clockStart: start, opensAt, closesAt, missReason: reason = null } = window;
    const state = due ? windowState({ opens: opensAt, closes: closesAt }, now, doneAt ?? undefined) : null;
    return Object.assign(new MeetingWindowView(), { connectionId, rule, startedBy, start, opensAt, closesAt, state, reason });
  }
}
