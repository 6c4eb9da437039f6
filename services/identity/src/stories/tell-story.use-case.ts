import type { Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireSpeaksFor } from '../consents/speaks-for.ts';
import { requireNotErased } from '../erasures/erase-person.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { lockOwnStory } from './own-story.ts';
import { Story } from './story.entity.ts';

@InputType()
export class TellStoryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { nullable: true, description: 'Whose story it is, where somebody writes it down for them; oneself, when left out.' })
  tellerId?: Id<'Person'> | null;

  @Field(() => String, { description: 'Up to 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'Up to 10,000 characters. Other names in place of the real ones, before it can be published.' })
  text!: string;
}

@InputType()
export class RewriteStoryInput {
  @Field(() => UUID)
  storyId!: Id<'Story'>;

  @Field(() => String, { description: 'Up to 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'Up to 10,000 characters.' })
  text!: string;
}

/** Somebody tells their story, or has it written down. It is theirs alone until they release it. */
@Injectable()
export class TellStory {
  constructor(private readonly db: CountyDb) {}

  run(input: TellStoryInput): Promise<Id<'Story'>> {
    return this.db.once(input, async (tx) => {
      const actor = tx.context.actor.person as Id<'Person'>;
      const named = input.tellerId ?? actor;
      await requireSpeaksFor(tx, named);
      const { id: tellerId } = await lockSurvivorOf(tx, named); // nobody tells for somebody who is being erased
      await requireNotErased(tx, tellerId);
      const story = Story.tell(tellerId, actor, input);
      tx.add(story);
      return story.id;
    });
  }

  rewrite({ storyId, ...told }: RewriteStoryInput): Promise<Id<'Story'>> {
    return this.db.transact(async (tx) => {
      (await lockOwnStory(tx, storyId)).rewrite(told);
      return storyId;
    });
  }
}
