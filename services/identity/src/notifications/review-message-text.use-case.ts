import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { MessageReview } from './message-review.entity.ts';
import { MessageLanguage, MessageTemplate } from './message-template.ts';
import { messageTexts, wordingOf } from './message-texts.ts';

@InputType()
export class ReviewMessageTextInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => MessageTemplate)
  template!: MessageTemplate;

  @Field(() => MessageLanguage)
  language!: MessageLanguage;

  @Field(() => String, { description: 'The wording that was read, as `messageTexts` names it.' })
  wording!: string;
}

/** Somebody who speaks the language has read a text and finds it good: from now on people of this county get it. */
@Injectable()
export class ReviewMessageText {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ReviewMessageTextInput): Promise<Id<'MessageReview'>> {
    return this.db.once(input, (tx) => {
      const { template, language, wording } = input;
      if (wording !== wordingOf(messageTexts[template][language])) throw new DomainError('IDENTITY.OTHER_WORDING', 'The text has changed since you read it. Please read it once more.');
      const review = MessageReview.of({ template, language, wording }, tx.context.actor.person as Id<'Person'>, this.clock.now());
      tx.add(review);
      return Promise.resolve(review.id);
    });
  }
}
