import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../people/acting-person.ts';
import { SupportContent, wordingOf } from './content-packs.ts';
import { ContentReview } from './content-review.entity.ts';
import { otherWording } from './content.errors.ts';
import { ContentLanguage } from './wording.ts';

@InputType()
export class ReviewSupportContentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => SupportContent)
  content!: SupportContent;

  @Field(() => ContentLanguage)
  language!: ContentLanguage;

  @Field(() => String, { description: 'The wording that was read, as the content’s draft names it.' })
  wording!: string;
}

/** Somebody who speaks the language has read the content and finds it good: from now on people of this county read it so. */
@Injectable()
export class ReviewContent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ReviewSupportContentInput): Promise<Id<'ContentReview'>> {
    return this.db.once(input, (tx) => {
      const { content, language, wording } = input;
      if (wording !== wordingOf(content, language)) throw otherWording();
      const review = ContentReview.of({ content, language, wording }, actingPerson(tx), this.clock.now());
      tx.add(review);
      return Promise.resolve(review.id);
    });
  }
}
