import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { guideWording } from './guide-pack.ts';
import { GuideLanguage } from './guide-prompt.ts';
import { GuideReview } from './guide-review.entity.ts';
import { otherWording } from './guide.errors.ts';

@InputType()
export class ReviewGuideInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => GuideLanguage)
  language!: GuideLanguage;

  @Field(() => String, { description: 'The wording that was read, as `guideDraft` names it.' })
  wording!: string;
}

/** Somebody who speaks the language has read the guide and finds it good: from now on families of this county read it so. */
@Injectable()
export class ReviewGuide {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ReviewGuideInput): Promise<Id<'GuideReview'>> {
    return this.db.once(input, (tx) => {
      if (input.wording !== guideWording(input.language)) throw otherWording();
      const review = GuideReview.of(input.language, input.wording, actingPerson(tx), this.clock.now());
      tx.add(review);
      return Promise.resolve(review.id);
    });
  }
}
