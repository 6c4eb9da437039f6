import { Allow, Role } from '@fc/auth';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ContentState } from './wording.ts';
import { ReviewContent, ReviewSupportContentInput } from './review-content.use-case.ts';

@Resolver()
export class ContentResolver {
  constructor(private readonly reviewing: ReviewContent) {}

  @Mutation(() => ContentState, { description: 'For a program supervisor who has had it read by somebody who speaks the language; answers REVIEWED. Errors SUPPORT.OTHER_WORDING, SUPPORT.ALREADY_REVIEWED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async reviewSupportContent(@Args('input') input: ReviewSupportContentInput): Promise<ContentState> {
    await this.reviewing.run(input);
    return ContentState.REVIEWED;
  }
}
