import { newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { FamilyMeeting } from './family-meeting.entity.ts';
import { decisionDone, dueBeforeMeeting, ownerNotThere } from './family-meeting.errors.ts';

const schema = defineEntity({
  name: 'FamilyDecision',
  tableName: 'family_decision',
  properties: {
    id: column.id<'FamilyDecision'>(),
    meetingId: column.ref<'FamilyMeeting'>().index(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    text: column.text(),
    /** Who is to do it, of those in the meeting. */
    ownerId: column.ref<'Person'>(),
    /** By which day, on the clocks of the county. */
    dueOn: column.date(),
    doneAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface Decision {
  readonly text: string;
  readonly ownerId: Id<'Person'>;
  readonly dueOn: Temporal.PlainDate;
}

/** What a family meeting decided: who does what by when. */
export class FamilyDecision extends schema.class {
  /** Throws `MEETINGS.OWNER_NOT_THERE`, `MEETINGS.DUE_BEFORE_MEETING`, `TEXT_...`. */
  static of(meeting: FamilyMeeting, heldAt: Temporal.Instant, { text, ownerId, dueOn }: Decision, zone: string): FamilyDecision {
    if (!meeting.people().includes(ownerId)) throw ownerNotThere();
    if (Temporal.PlainDate.compare(dueOn, heldAt.toZonedDateTimeISO(zone).toPlainDate()) < 0) throw dueBeforeMeeting();
    return make(FamilyDecision, { id: newId<'FamilyDecision'>(), meetingId: meeting.id, connectionId: meeting.connectionId, text: requireText(text, { field: 'A decision', max: 1_000 }), ownerId, dueOn, doneAt: null });
  }

  /** Throws `MEETINGS.DECISION_DONE`. */
  done(at: Temporal.Instant): void {
    if (this.doneAt) throw decisionDone();
    this.doneAt = at;
  }
}
schema.setClass(FamilyDecision);
export const familyDecisionSchema = schema;
