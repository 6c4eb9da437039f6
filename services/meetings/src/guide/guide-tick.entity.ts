import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { readinesses, type GuideReadiness } from './suggest.ts';

const schema = defineEntity({
  name: 'GuideTick',
  tableName: 'guide_tick',
  uniques: [{ name: 'guide_tick_one_each', properties: ['connectionId', 'personId', 'promptId'] }],
  properties: {
    id: column.id<'GuideTick'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    personId: column.ref<'Person'>(),
    promptId: column.text(),
    /** Null when the person has taken it back. */
    tickedAt: column.instant().nullable(),
    /** Null while the person keeps it to themselves. */
    sharedAt: column.instant().nullable(),
  },
});

/** One line of the guide that one person has done. Theirs alone, until they choose to share it. */
export class GuideTick extends schema.class {
  static of(line: { connectionId: Id<'FamilyConnection'>; personId: Id<'Person'>; promptId: string }): GuideTick {
    return make(GuideTick, { id: newId<'GuideTick'>(), ...line, tickedAt: null, sharedAt: null });
  }

  /** Anew, it is theirs alone: what an older process left shared while it was taken back counts for nothing. */
  tick(at: Temporal.Instant): void {
    if (!this.tickedAt) this.sharedAt = null;
    this.tickedAt ??= at;
  }

  /** Shared or not: from now on nobody sees it. */
  untick(): void {
    this.tickedAt = null;
    this.sharedAt = null;
  }

  share(at: Temporal.Instant): void {
    this.sharedAt ??= at;
  }

  keepToOneself(): void {
    this.sharedAt = null;
  }
}
schema.setClass(GuideTick);
export const guideTickSchema = schema;

const paceSchema = defineEntity({
  name: 'GuidePace',
  tableName: 'guide_pace',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    personId: column.ref<'Person'>().primary(),
    readiness: column.oneOf(readinesses),
  },
});

/** How much one person wants to take on at present. Theirs alone. */
export class GuidePace extends paceSchema.class {
  static of(connectionId: Id<'FamilyConnection'>, personId: Id<'Person'>, readiness: `${GuideReadiness}`): GuidePace {
    return make(GuidePace, { connectionId, personId, readiness });
  }
}
paceSchema.setClass(GuidePace);
export const guidePaceSchema = paceSchema;
