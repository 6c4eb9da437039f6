import { newId, requireNotBefore, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { ConsentGivenHow } from '../consents/consent.entity.ts';
import { childStaysUnnamed, storyNotReleased, storyWithdrawn } from './stories.errors.ts';

/** PRIVATE: the teller's own. RELEASED: the teller agrees that it be published. PUBLISHED: a coordinator has read it and found it good. */
export enum StoryStatus {
  PRIVATE = 'PRIVATE',
  RELEASED = 'RELEASED',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
const statuses: readonly `${StoryStatus}`[] = Object.values(StoryStatus);
const ways: readonly `${ConsentGivenHow}`[] = Object.values(ConsentGivenHow);

const schema = defineEntity({
  name: 'Story',
  tableName: 'story',
  properties: {
    id: column.id<'Story'>(),
    tellerId: column.ref<'Person'>().index(),
    /** The teller, or the worker who wrote it down for them. */
    recordedBy: column.ref<'Person'>().index(),
    title: column.text(),
    text: column.text(),
    status: column.oneOf(statuses),
    /** How the teller agreed; null until they have. */
    releasedHow: column.oneOf(ways).nullable(),
    /** Until when; null for as long as they do not change their mind. */
    releasedUntil: column.instant().nullable(),
    /** Whether the teller agreed to stand there by their own name. */
    named: column.boolean(),
    reviewedBy: column.ref<'Person'>().nullable(),
    publishedAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface Told {
  readonly title: string;
  readonly text: string;
}

export interface Release {
  readonly how: `${ConsentGivenHow}`;
  readonly until: Temporal.Instant | null;
  readonly named: boolean;
}

const unreleased = { status: 'PRIVATE', releasedHow: null, releasedUntil: null, named: false, reviewedBy: null, publishedAt: null } as const;

/** What somebody of the program tells of their own way, for others to read when they agree to it. */
export class Story extends schema.class {
  /** Throws `TEXT_...`. */
  static tell(tellerId: Id<'Person'>, recordedBy: Id<'Person'>, told: Told): Story {
    return make(Story, { id: newId<'Story'>(), tellerId, recordedBy, ...checked(told), ...unreleased });
  }

  /** What was agreed to and read was another text: both begin anew. Throws `IDENTITY.STORY_WITHDRAWN`, `TEXT_...`. */
  rewrite(told: Told): void {
    requireNotWithdrawn(this);
    Object.assign(this, checked(told), unreleased);
  }

  /** A child never stands there by name. Throws `IDENTITY.STORY_WITHDRAWN`, `IDENTITY.CHILD_STAYS_UNNAMED`, `DATE_TOO_EARLY`. */
  release({ how, until, named }: Release, now: Temporal.Instant, ofChild: boolean): void {
    requireNotWithdrawn(this);
    if (named && ofChild) throw childStaysUnnamed();
    Object.assign(this, unreleased, { status: 'RELEASED', releasedHow: how, releasedUntil: until && requireNotBefore(until, now, 'The end', 'this moment'), named });
  }

  /** Throws `IDENTITY.STORY_NOT_RELEASED`. */
  publish(reviewedBy: Id<'Person'>, now: Temporal.Instant): void {
    if (this.status !== 'RELEASED' || (this.releasedUntil && Temporal.Instant.compare(this.releasedUntil, now) <= 0)) throw storyNotReleased();
    this.status = 'PUBLISHED';
    this.reviewedBy = reviewedBy;
    this.publishedAt = now;
  }

  withdraw(): void {
    requireNotWithdrawn(this);
    this.status = 'WITHDRAWN';
  }
}
schema.setClass(Story);
export const storySchema = schema;

function requireNotWithdrawn({ status }: Story): void {
  if (status === 'WITHDRAWN') throw storyWithdrawn();
}

const checked = ({ title, text }: Told): Told => ({ title: requireText(title, { field: 'The title', max: 120 }), text: requireText(text, { field: 'The story', max: 10_000 }) });
