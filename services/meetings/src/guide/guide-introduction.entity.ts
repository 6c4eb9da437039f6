import { newId, requirePast, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';
import { introducerNotTrained } from './guide.errors.ts';

/** How a family came to know the guide. */
export enum IntroducedThrough {
  TRAINING = 'TRAINING',
  ASSOCIATION_MEETING = 'ASSOCIATION_MEETING',
  ORIENTATION = 'ORIENTATION',
  STAFF_VISIT = 'STAFF_VISIT',
  ANOTHER_PARENT = 'ANOTHER_PARENT',
  KINSHIP_NAVIGATOR = 'KINSHIP_NAVIGATOR',
  CAREGIVER_WHO_USED_IT = 'CAREGIVER_WHO_USED_IT',
  OTHER = 'OTHER',
}
const ways: readonly `${IntroducedThrough}`[] = Object.values(IntroducedThrough);

const schema = defineEntity({
  name: 'GuideIntroduction',
  tableName: 'guide_introduction',
  properties: {
    id: column.id<'GuideIntroduction'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    side: column.oneOf(connectionSides),
    /** Who introduced it: that person has been trained in the guide and believes in partnership. */
    introducedBy: column.ref<'Person'>(),
    through: column.oneOf(ways),
    introducedAt: column.instant(),
  },
});

export interface Introduced {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly side: `${ConnectionSide}`;
  readonly introducedBy: Id<'Person'>;
  readonly through: `${IntroducedThrough}`;
  readonly introducedAt: Temporal.Instant;
  readonly trained: boolean;
}

/** By whom, how and when the guide was introduced to one family (S29). */
export class GuideIntroduction extends schema.class {
  /** Throws `MEETINGS.INTRODUCER_NOT_TRAINED` (R26), `DATE_IN_FUTURE`. */
  static of({ trained, introducedAt, ...introduced }: Introduced, now: Temporal.Instant): GuideIntroduction {
    if (!trained) throw introducerNotTrained();
    return make(GuideIntroduction, { id: newId<'GuideIntroduction'>(), ...introduced, introducedAt: requirePast(introducedAt, now, 'The introduction') });
  }
}
schema.setClass(GuideIntroduction);
export const guideIntroductionSchema = schema;
