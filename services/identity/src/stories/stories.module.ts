import { Module } from '@nestjs/common';
import { PublishStory } from './publish-story.use-case.ts';
import { ReleaseStory } from './release-story.use-case.ts';
import { Stories } from './stories.query.ts';
import { StoriesResolver } from './stories.resolver.ts';
import { TellStory } from './tell-story.use-case.ts';

@Module({ providers: [Stories, StoriesResolver, TellStory, ReleaseStory, PublishStory] })
export class StoriesModule {}
