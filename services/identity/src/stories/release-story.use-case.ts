import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ConsentGivenHow } from '../consents/consent.entity.ts';
import { Child } from '../families/child.entity.ts';
import { lockOwnStory, lockStoryToWithdraw } from './own-story.ts';

@InputType()
export class ReleaseStoryInput {
  @Field(() => UUID)
  storyId!: Id<'Story'>;

  @Field(() => ConsentGivenHow, { description: 'How the teller agreed to it.' })
  how!: ConsentGivenHow;

  @Field(() => Instant, { nullable: true, description: 'Until it is withdrawn, when left out.' })
  until?: Temporal.Instant | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the teller agreed to stand there by their own name. Nobody else’s name is meant, and never a child’s.' })
  named!: boolean;
}

@InputType()
export class WithdrawStoryInput {
  @Field(() => UUID)
  storyId!: Id<'Story'>;
}

/** The teller agrees that their story, as it stands, be published; or no longer does. */
@Injectable()
export class ReleaseStory {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ storyId, how, until = null, named }: ReleaseStoryInput): Promise<Id<'Story'>> {
    return this.db.transact(async (tx) => {
      const story = await lockOwnStory(tx, storyId);
      const ofChild = (await tx.first(Child, { id: story.tellerId as string as Id<'Child'> })) !== null; // a child is a person
      story.release({ how, until, named }, this.clock.now(), ofChild);
      return storyId;
    });
  }

  /** Holds from the next reading on. */
  withdraw({ storyId }: WithdrawStoryInput): Promise<Id<'Story'>> {
    return this.db.transact(async (tx) => {
      (await lockStoryToWithdraw(tx, storyId)).withdraw();
      return storyId;
    });
  }
}
