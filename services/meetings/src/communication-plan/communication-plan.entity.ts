import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { contactChannels, type ContactChannel } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';
import { alreadyAgreed, ownProposal } from '../agreements/agreement.errors.ts';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';
import { noPlanYet } from './communication-plan.errors.ts';

const schema = defineEntity({
  name: 'CommunicationPlan',
  tableName: 'communication_plan',
  uniques: [{ name: 'communication_plan_one_revision', properties: ['connectionId', 'revision'] }],
  properties: {
    id: column.id<'CommunicationPlan'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    /** Counts from 1. */
    revision: column.integer(),
    /** What the two families tell each other. */
    what: column.text(),
    how: column.text(),
    howOften: column.text(),
    /** Empty, and null, where the families leave it open. */
    channels: column.texts().$type<ContactChannel[]>().defaultRaw(`'{}'`),
    timesPerWeek: column.integer().nullable(),
    /** The meeting in which it was made; null for what a family proposed afterwards. */
    meetingId: column.ref<'ConnectionsMeeting'>().nullable().index(),
    /** Null for what was made in the meeting. */
    proposedBy: column.ref<'Person'>().nullable(),
    proposedSide: column.oneOf(connectionSides).nullable(),
    /** Null until that meeting is held, or the other family agrees. */
    agreedAt: column.instant().nullable(),
  },
});

export interface PlanTerms {
  readonly what: string;
  readonly how: string;
  readonly howOften: string;
  /** In which ways, and at most how often a week: needed where the case plan sets something. */
  readonly channels: readonly ContactChannel[];
  readonly timesPerWeek?: number | null | undefined;
}

interface Proposed {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly revision: number;
  readonly proposedBy: Id<'Person'>;
  readonly proposedSide: `${ConnectionSide}`;
}

/**
 * How two families stay in touch: what they tell each other, how and how often (S38). They make the first in their meeting; later
 * either proposes another, which holds once the other agrees. Nobody signs it, and no revision ever changes.
 */
export class CommunicationPlan extends schema.class {
  /** Throws `TEXT_...`, `MEETINGS.INVALID_FREQUENCY`. */
  static draft(made: { connectionId: Id<'FamilyConnection'>; meetingId: Id<'ConnectionsMeeting'>; revision: number }, terms: PlanTerms): CommunicationPlan {
    return make(CommunicationPlan, { id: newId<'CommunicationPlan'>(), ...made, proposedBy: null, proposedSide: null, ...checked(terms), agreedAt: null });
  }

  /** Throws `TEXT_...`, `MEETINGS.INVALID_FREQUENCY`. */
  static propose(proposed: Proposed, terms: PlanTerms): CommunicationPlan {
    return make(CommunicationPlan, { id: newId<'CommunicationPlan'>(), ...proposed, meetingId: null, ...checked(terms), agreedAt: null });
  }

  /** The other family agrees to what one has proposed. Throws `MEETINGS.ALREADY_AGREED`, `MEETINGS.OWN_PROPOSAL`, and `MEETINGS.NO_PLAN_YET` for what their meeting agrees on. */
  agreeFrom(side: `${ConnectionSide}`, at: Temporal.Instant): void {
    if (this.agreedAt) throw alreadyAgreed();
    if (!this.proposedSide) throw noPlanYet();
    if (side === this.proposedSide) throw ownProposal();
    this.agreedAt = at;
  }

  /** Both families, in their meeting. */
  agree(at: Temporal.Instant): void {
    this.agreedAt = at;
  }
}
schema.setClass(CommunicationPlan);
export const communicationPlanSchema = schema;

function checked({ what, how, howOften, channels, timesPerWeek = null }: PlanTerms): { what: string; how: string; howOften: string; channels: ContactChannel[]; timesPerWeek: number | null } {
  const text = (value: string, field: string): string => requireText(value, { field, max: 1_000 });
  if (timesPerWeek !== null && (!Number.isInteger(timesPerWeek) || timesPerWeek < 1 || timesPerWeek > 100)) throw new DomainError('MEETINGS.INVALID_FREQUENCY', 'How often a week is a number from 1 to 100.');
  return {
    what: text(what, 'What you share'),
    how: text(how, 'How you share it'),
    howOften: text(howOften, 'How often'),
    channels: contactChannels.filter((channel) => channels.includes(channel)),
    timesPerWeek,
  };
}
