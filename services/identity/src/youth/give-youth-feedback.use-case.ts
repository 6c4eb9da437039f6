import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingYouth } from './acting-youth.ts';
import { FeedbackAbout, YouthFeedback } from './youth-feedback.entity.ts';

@InputType()
export class GiveYouthFeedbackInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => FeedbackAbout)
  about!: FeedbackAbout;

  @Field(() => String, { description: 'Up to 2,000 characters. The coordinator reads it, and nobody of either family.' })
  text!: string;
}

/** A young person says how it is for them. */
@Injectable()
export class GiveYouthFeedback {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: GiveYouthFeedbackInput): Promise<Id<'YouthFeedback'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const feedback = YouthFeedback.give(await actingYouth(tx, now), input.about, input.text, now);
      tx.add(feedback);
      return feedback.id;
    });
  }
}
