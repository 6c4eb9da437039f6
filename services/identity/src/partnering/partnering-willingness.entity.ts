import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { nothingToPartnerIn, waysOfTheUnwilling } from './partnering.errors.ts';

/** How caregivers stand to working together with the parents of a child who lives with them. */
export enum PartneringAnswer {
  WILLING = 'WILLING',
  WITH_SUPPORT = 'WITH_SUPPORT',
  NOT_YET = 'NOT_YET',
}
const answers: readonly `${PartneringAnswer}`[] = Object.values(PartneringAnswer);

/** What they would do. */
export enum PartneringWay {
  SHARE_UPDATES = 'SHARE_UPDATES',
  TALK_BY_PHONE = 'TALK_BY_PHONE',
  MEET_IN_PERSON = 'MEET_IN_PERSON',
  FAMILY_TIME_AT_HOME = 'FAMILY_TIME_AT_HOME',
  KEEP_IN_TOUCH_AFTER_RETURN = 'KEEP_IN_TOUCH_AFTER_RETURN',
  MENTOR_OTHER_CAREGIVERS = 'MENTOR_OTHER_CAREGIVERS',
}
export const partneringWays: readonly PartneringWay[] = Object.values(PartneringWay);

export interface PartneringWord {
  readonly answer: `${PartneringAnswer}`;
  readonly ways: readonly PartneringWay[];
}

const schema = defineEntity({
  name: 'PartneringWillingness',
  tableName: 'partnering_willingness',
  properties: {
    /** The household's id. */
    id: column.id<'CaregiverHousehold'>(),
    answer: column.oneOf(answers),
    ways: column.texts().$type<PartneringWay[]>(),
    saidAt: column.instant(),
    version: column.version(),
  },
});

/** Whether a household would partner with parents, and how (S80): their own word, which they may change at any time. It decides on no placement. */
export class PartneringWillingness extends schema.class {
  static of(id: Id<'CaregiverHousehold'>, word: PartneringWord, saidAt: Temporal.Instant): PartneringWillingness {
    return make(PartneringWillingness, { id, ...sound(word), saidAt });
  }

  /** Throws `IDENTITY.NO_WAY_TO_PARTNER`, `IDENTITY.NOT_YET_WILLING`. */
  say(word: PartneringWord, at: Temporal.Instant): void {
    Object.assign(this, sound(word), { saidAt: at });
  }
}
schema.setClass(PartneringWillingness);
export const partneringWillingnessSchema = schema;

function sound({ answer, ways }: PartneringWord): { answer: `${PartneringAnswer}`; ways: PartneringWay[] } {
  if (answer === 'NOT_YET' && ways.length > 0) throw waysOfTheUnwilling();
  if (answer !== 'NOT_YET' && ways.length === 0) throw nothingToPartnerIn();
  return { answer, ways: partneringWays.filter((way) => ways.includes(way)) };
}
