import type { Id, Temporal, WeeklyHours } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Wish } from '../engine/matching-problem.ts';
import { FreeHoursView } from '../people/free-hours.ts';
import { LanguageWishView, type LanguageWish } from '../people/language-wish.ts';
import { MentorWishView } from '../people/traits.ts';
import type { ReadIn } from '../words/languages.ts';
import type { ExpectedWait } from './expected-waits.ts';
import { MentorRole, type MentorNeed } from './mentor-need.entity.ts';

interface AroundNeed {
  readonly waitDays: number | null;
  readonly expected: ExpectedWait | null;
  readonly theirs: ReadIn;
  readonly mustsThatNobodyMeets: readonly Wish[];
  readonly languagesThatNobodySpeaks: readonly string[];
}

@ObjectType('MyMentorNeed', { description: 'What a parent or a household would like in a mentor. For themselves and coordinators; neither the other family nor a mentor reads it.' })
export class MyMentorNeedView {
  @Field(() => UUID)
  id!: Id<'MentorNeed'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => Instant)
  since!: Temporal.Instant;

  @Field(() => Boolean, { description: 'False while they have a mentor, and when they need none.' })
  waiting!: boolean;

  @Field(() => [MentorWishView])
  wishes!: readonly Wish[];

  @Field(() => LanguageWishView, { nullable: true, description: 'Empty while they have not said so: then their own languages count.' })
  language!: LanguageWish | null;

  @Field(() => [FreeHoursView])
  hours!: readonly WeeklyHours[];

  @Field(() => String, { nullable: true })
  area!: string | null;

  @Field(() => [MentorWishView], { description: 'Of what must be: what no mentor of this kind has at present, or nobody has all at once. Until that changes, or it becomes a wish that need not be met, nobody can be proposed.' })
  mustsThatNobodyMeets!: readonly Wish[];

  @Field(() => [String], { description: 'Of a language that must be: its tags, where no mentor of this kind speaks any of them at present. Until that changes, or it becomes a wish that need not be met, nobody can be proposed.' })
  languagesThatNobodySpeaks!: readonly string[];

  @Field(() => Int, { nullable: true, description: 'How many days people have waited lately for a mentor of this kind: the middle one of the last year. Empty for whoever does not wait, and where so few came together with a mentor that it would tell of one of them.' })
  usualWaitDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'In how many days more half of those had a mentor of this kind who had waited as long as they have: of the last year, and of those who asked in a language of theirs where they are enough. Empty for whoever does not wait, where nobody could be their mentor at present, and where so few waited like them that it would tell of one of them.' })
  expectedWaitDays!: number | null;

  /** For `expectedWait`; null for whoever does not wait. */
  expected!: ExpectedWait | null;

  /** In which whoever asks would rather read, for `usualWait` and `expectedWait`. */
  theirs!: ReadIn;

  static from({ id, mentorRole, since, wishes, languageWish, hours, area, metAt, withdrawnAt }: Row<MentorNeed>, { waitDays, expected, ...around }: AroundNeed): MyMentorNeedView {
    const waiting = metAt === null && withdrawnAt === null;
    const waits = waiting ? { usualWaitDays: waitDays, expectedWaitDays: expected?.days ?? null, expected } : { usualWaitDays: null, expectedWaitDays: null, expected: null };
    return Object.assign(new MyMentorNeedView(), { id, mentorRole, since, wishes, language: languageWish ?? null, hours, area, waiting, ...around, ...waits });
  }
}
