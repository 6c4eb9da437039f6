import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { otherWording } from '../guide/guide.errors.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { AgendaReview } from './agenda-review.entity.ts';
import { agendaWording } from './agenda-words.ts';

@InputType()
export class ReviewPrintedAgendaInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => GuideLanguage)
  language!: GuideLanguage;

  @Field(() => String, { description: 'The wording that was read, as `printedAgendaDraft` names it.' })
  wording!: string;
}

/** Of which meetings' agenda that wording is. Throws `MEETINGS.OTHER_WORDING`. */
export function kindOfWording({ language, wording }: Pick<ReviewPrintedAgendaInput, 'language' | 'wording'>): MeetingKind {
  const kind = Object.values(MeetingKind).find((one) => agendaWording(one, language) === wording);
  if (!kind) throw otherWording();
  return kind;
}

/** Somebody who speaks the language has read the agenda's words and finds them good: from now on it is printed so in this county. */
@Injectable()
export class ReviewPrintedAgenda {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ReviewPrintedAgendaInput): Promise<Id<'AgendaReview'>> {
    return this.db.once(input, (tx) => {
      kindOfWording(input);
      const review = AgendaReview.of(input.language, input.wording, actingPerson(tx), this.clock.now());
      tx.add(review);
      return Promise.resolve(review.id);
    });
  }
}
