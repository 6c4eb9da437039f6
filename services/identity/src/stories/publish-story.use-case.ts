import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { notYourself } from '../people/people.errors.ts';
import { namesToLeaveOut } from './family-names.ts';
import { holdsName } from './real-names.ts';
import { storyTellsNames } from './stories.errors.ts';
import { Story } from './story.entity.ts';

@InputType()
export class PublishStoryInput {
  @Field(() => UUID)
  storyId!: Id<'Story'>;
}

/** A coordinator has read a released story and finds it good. It holds no real name but, where they agreed to it, the teller's own (R42). */
@Injectable()
export class PublishStory {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ storyId }: PublishStoryInput): Promise<Id<'Story'>> {
    return this.db.transact(async (tx) => {
      const reviewer = tx.context.actor.person as Id<'Person'>;
      const story = await tx.lock(Story, storyId);
      if (story.status === 'PRIVATE' && story.recordedBy !== reviewer) throw new RowNotFound('Story', storyId);
      if (story.tellerId === reviewer) throw notYourself();
      story.publish(reviewer, this.clock.now());
      if (holdsName(`${story.title}\n${story.text}`, await namesToLeaveOut(tx, story.tellerId, story.named))) throw storyTellsNames();
      return storyId;
    });
  }
}
