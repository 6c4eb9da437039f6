import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { otherWording } from '../guide/guide.errors.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { wordingOf, WordingPack } from './wording-pack.ts';
import { WordingReview } from './wording-review.entity.ts';

@InputType()
export class ReviewWordingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => WordingPack)
  pack!: WordingPack;

  @Field(() => GuideLanguage)
  language!: GuideLanguage;

  @Field(() => String, { description: 'The wording that was read, as `wordingDraft` names it.' })
  wording!: string;
}

/** Somebody who speaks the language has read a pack and finds it good: from now on families of this county read it so. */
@Injectable()
export class ReviewWording {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ReviewWordingInput): Promise<Id<'WordingReview'>> {
    const { pack, language, wording } = input;
    return this.db.once(input, (tx) => {
      if (wording !== wordingOf(pack, language)) throw otherWording();
      const review = WordingReview.of({ pack, language, wording }, actingPerson(tx), this.clock.now());
      tx.add(review);
      return Promise.resolve(review.id);
    });
  }
}
