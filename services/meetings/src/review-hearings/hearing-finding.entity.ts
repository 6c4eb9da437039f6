import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { ReviewHearing } from './review-hearing.entity.ts';
import { courtDecides, hearingNotHeld, outcomeDoesNotFit } from './review-hearing.errors.ts';

export enum HearingFindingKind {
  FINDING = 'FINDING',
  RECOMMENDATION = 'RECOMMENDATION',
}
const kinds: readonly `${HearingFindingKind}`[] = Object.values(HearingFindingKind);

/** What came of it: of a recommendation what the judge made of it, of a finding whether it brought a service. */
export enum HearingFindingOutcome {
  TAKEN_UP = 'TAKEN_UP',
  NOT_TAKEN_UP = 'NOT_TAKEN_UP',
  SERVICE_BEGUN = 'SERVICE_BEGUN',
  NO_SERVICE = 'NO_SERVICE',
}
const outcomes: readonly `${HearingFindingOutcome}`[] = Object.values(HearingFindingOutcome);
const fitting: Readonly<Record<HearingFindingKind, readonly `${HearingFindingOutcome}`[]>> = { RECOMMENDATION: ['TAKEN_UP', 'NOT_TAKEN_UP'], FINDING: ['SERVICE_BEGUN', 'NO_SERVICE'] };

const schema = defineEntity({
  name: 'HearingFinding',
  tableName: 'hearing_finding',
  properties: {
    id: column.id<'HearingFinding'>(),
    hearingId: column.ref<'ReviewHearing'>().index(),
    connectionId: column.ref<'FamilyConnection'>(),
    kind: column.oneOf(kinds),
    text: column.text(),
    /** Whether the caregivers read it too: a finding may speak of the parent alone. */
    forCaregivers: column.boolean(),
    recordedBy: column.ref<'Person'>(),
    recordedAt: column.instant(),
    outcome: column.oneOf(outcomes).nullable(),
    /** Which service, or why none. */
    outcomeNote: column.text().nullable(),
    outcomeAt: column.instant().nullable(),
    version: column.version(),
  },
});

interface Recorded {
  readonly kind: `${HearingFindingKind}`;
  readonly text: string;
  readonly forCaregivers: boolean;
}

/** Something that a review has found, or recommends to the judge, and what came of it (R61). */
export class HearingFinding extends schema.class {
  /** Throws `MEETINGS.HEARING_NOT_HELD`, `MEETINGS.COURT_DECIDES`, `TEXT_...`. */
  static of({ id: hearingId, connectionId, status, kind: by }: ReviewHearing, { kind, text, forCaregivers }: Recorded, recordedBy: Id<'Person'>, recordedAt: Temporal.Instant): HearingFinding {
    if (status !== 'HELD') throw hearingNotHeld();
    if (kind === 'RECOMMENDATION' && by !== 'CITIZEN_REVIEW_BOARD') throw courtDecides();
    return make(HearingFinding, {
      ...{ id: newId<'HearingFinding'>(), hearingId, connectionId, kind, forCaregivers, recordedBy, recordedAt, outcome: null, outcomeNote: null, outcomeAt: null },
      text: requireText(text, { field: 'The finding', max: 4_000 }),
    });
  }

  /** Said again, it replaces what was said before: a service may begin later. Throws `MEETINGS.OUTCOME_DOES_NOT_FIT`, `TEXT_...`. */
  cameTo(outcome: `${HearingFindingOutcome}`, note: string | null | undefined, at: Temporal.Instant): void {
    if (!fitting[this.kind].includes(outcome)) throw outcomeDoesNotFit();
    this.outcome = outcome;
    this.outcomeNote = note ? requireText(note, { field: 'The note', max: 1_000 }) : null;
    this.outcomeAt = at;
  }
}
schema.setClass(HearingFinding);
export const hearingFindingSchema = schema;
