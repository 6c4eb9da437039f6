import type { RoleName } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { column, defineEntity } from '@fc/tenancy';
import { connectionSides } from '../projections/connection-side.ts';
import { explainIfLate, windowColumns, type MissReason } from '../windows/due-window.ts';
import { deadlineKinds, stages } from './deadline-kind.ts';

/** SUSPENDED: nothing is due at present. CLOSED: it is due no more, though it was not done. */
export const deadlineStatuses = ['OPEN', 'MET', 'CLOSED', 'SUSPENDED'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

/** In SQL: a first contact that was missed while it was due, and closed before anybody has said why (R84). */
export const unexplained = `status = 'CLOSED' and reached = 'MISSED' and miss_reason is null and kind in ('COMFORT_CALL', 'ICEBREAKER')`;

const schema = defineEntity({
  name: 'Deadline',
  tableName: 'deadline',
  uniques: [{ name: 'deadline_one_each', properties: ['connectionId', 'kind', 'subjectId'] }],
  indexes: [
    { name: 'deadline_open', properties: ['status', 'closesAt', 'id'] },
    { name: 'deadline_unexplained', properties: ['closesAt', 'id'], where: unexplained },
    { name: 'deadline_own', properties: ['doerId'], where: 'doer_id is not null' },
    { name: 'deadline_to_look_at', properties: ['lookAt'], where: 'look_at is not null' },
  ],
  properties: {
    id: column.id<'Deadline'>(),
    kind: column.oneOf(deadlineKinds),
    connectionId: column.ref<'FamilyConnection'>(),
    /** The comfort call, icebreaker, follow-up talk, agreement or decision; of a preparation the match, of a Connections Meeting the connection; of a transition the child. */
    subjectId: column.ref<'Subject'>(),
    childId: column.ref<'Child'>().nullable(),
    /** Of what one side does with its own mentor. */
    side: column.oneOf(connectionSides).nullable(),
    /** In which roles on the connection people are to do it. */
    doers: column.texts().$type<RoleName[]>(),
    /** Of what one person is to do by name, whatever their role; null for everything else. */
    doerId: column.ref<'Person'>().nullable(),
    ...windowColumns(),
    /** The day, on the clocks of the county, from which its window was counted; null of what is counted from an instant. */
    dueOn: column.date().nullable(),
    status: column.oneOf(deadlineStatuses),
    /** The appointment, where there is one: then nobody needs a reminder to make one. */
    plannedFor: column.instant().nullable(),
    metAt: column.instant().nullable(),
    /** Up to which stage it has been looked at. */
    reached: column.oneOf(stages).nullable(),
    /** When the sweep looks at it next; null when nothing is left to tell. */
    lookAt: column.instant().nullable(),
  },
});

/**
 * Something that is due in a window: the one form that calls, meetings and talks have in a work list and for the sweep. It is
 * derived: `keepDeadlines` writes it from the things themselves, in the transaction that changes them.
 */
export class Deadline extends schema.class {
  /** Says why it was missed, of a talk that has no place of its own for it. Answers whether it was said just now. */
  explain(at: Temporal.Instant, reason: `${MissReason}`): boolean {
    return explainIfLate(this, at, reason);
  }
}
schema.setClass(Deadline);
export const deadlineSchema = schema;

const reminderSchema = defineEntity({
  name: 'ReminderDay',
  tableName: 'reminder_day',
  properties: {
    personId: column.ref<'Person'>().primary(),
    /** The last day, in the county's own time, on which the person was reminded of anything. */
    remindedOn: column.date(),
  },
});

/** When somebody was reminded last: nobody is, twice a day. */
export class ReminderDay extends reminderSchema.class {}
reminderSchema.setClass(ReminderDay);
export const reminderDaySchema = reminderSchema;
