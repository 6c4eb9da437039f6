import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PublishStory, PublishStoryInput } from './publish-story.use-case.ts';
import { ReleaseStory, ReleaseStoryInput, WithdrawStoryInput } from './release-story.use-case.ts';
import { Stories } from './stories.query.ts';
import { StoryInHandPage, StoryInHandView, StoryPage, type StoryView } from './stories.views.ts';
import { RewriteStoryInput, TellStory, TellStoryInput } from './tell-story.use-case.ts';

@Resolver()
export class StoriesResolver {
  constructor(
    private readonly all: Stories,
    private readonly telling: TellStory,
    private readonly releasing: ReleaseStory,
    private readonly publishing: PublishStory,
  ) {}

  @Query(() => StoryPage, { nullable: true, description: 'The published stories of the county, as long as their tellers agree.' })
  @AllowSignedIn()
  stories(@Args() args: PageArgs): Promise<Page<StoryView>> {
    return this.all.published(args);
  }

  @Query(() => [StoryInHandView], { nullable: true, description: 'The stories that whoever asks tells, or has written down for somebody, the newest first; up to 100.' })
  @AllowSignedIn()
  myStories(): Promise<StoryInHandView[]> {
    return this.all.mine();
  }

  @Query(() => StoryInHandPage, { nullable: true, description: 'What has been released and is still to be read.' })
  @Allow(Role.COORDINATOR)
  storiesToReview(@Args() args: PageArgs): Promise<Page<StoryInHandView>> {
    return this.all.toReview(args);
  }

  @Mutation(() => StoryInHandView, { description: 'One’s own, or that of somebody for whom one may speak: as a parent of the child, their caseworker or a coordinator. Nobody else reads it before it is released.' })
  @AllowSignedIn()
  async tellStory(@Args('input') input: TellStoryInput): Promise<StoryInHandView> {
    return this.all.byId(await this.telling.run(input));
  }

  @Mutation(() => StoryInHandView, { description: 'For the teller and whoever wrote it down. What was agreed to ends with the old text. Error IDENTITY.STORY_WITHDRAWN.' })
  @AllowSignedIn()
  async rewriteStory(@Args('input') input: RewriteStoryInput): Promise<StoryInHandView> {
    return this.all.byId(await this.telling.rewrite(input));
  }

  @Mutation(() => StoryInHandView, { description: 'The teller’s consent to publish this text. For the teller and whoever wrote it down. Errors IDENTITY.STORY_WITHDRAWN, IDENTITY.CHILD_STAYS_UNNAMED, DATE_TOO_EARLY.' })
  @AllowSignedIn()
  async releaseStory(@Args('input') input: ReleaseStoryInput): Promise<StoryInHandView> {
    return this.all.byId(await this.releasing.run(input));
  }

  @Mutation(() => StoryInHandView, { description: 'For a coordinator who is not the teller. Errors IDENTITY.STORY_NOT_RELEASED, IDENTITY.STORY_TELLS_NAMES, IDENTITY.NOT_YOURSELF.' })
  @Allow(Role.COORDINATOR)
  async publishStory(@Args('input') input: PublishStoryInput): Promise<StoryInHandView> {
    return this.all.byId(await this.publishing.run(input));
  }

  @Mutation(() => StoryInHandView, { description: 'For the teller, whoever wrote it down and, once it is released, coordinators. Nobody reads it from then on. Error IDENTITY.STORY_WITHDRAWN.' })
  @AllowSignedIn()
  async withdrawStory(@Args('input') input: WithdrawStoryInput): Promise<StoryInHandView> {
    return this.all.byId(await this.releasing.withdraw(input));
  }
}
