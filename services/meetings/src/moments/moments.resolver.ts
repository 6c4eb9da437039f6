import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, ArgsType, Field, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GuideLanguage, GuidePhase } from '../guide/guide-prompt.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { MarkMoment, MarkMomentInput } from './mark-moment.use-case.ts';
import { MomentPlace } from './moment-prompt.ts';
import { Moments } from './moments.query.ts';
import { MomentsView, type AskedMoments } from './moments.view.ts';
import { UnmarkMoment, UnmarkMomentInput } from './unmark-moment.use-case.ts';

@ArgsType()
export class MomentsArgs implements AskedMoments {
  @Field(() => MomentPlace)
  place!: MomentPlace;

  @Field(() => GuidePhase, { nullable: true, description: 'Any of them at any time; empty for where the two families are.' })
  phase?: GuidePhase | null;

  @Field(() => GuideLanguage, { defaultValue: GuideLanguage.en })
  language!: GuideLanguage;
}

@Resolver(() => ConnectionProgress)
export class MomentsResolver {
  constructor(
    private readonly all: Moments,
    private readonly marking: MarkMoment,
    private readonly unmarking: UnmarkMoment,
  ) {}

  @ResolveField(() => MomentsView, { nullable: true, description: 'For a parent or a caregiver of the connection, their own; empty for everybody else.' })
  @AllowSignedIn()
  moments(@Parent() connection: ConnectionProgress, @Args() args: MomentsArgs): Promise<MomentsView | null> {
    return this.all.ofActing(connection.id, args);
  }

  @Mutation(() => Boolean, { description: 'For a parent or a caregiver of the connection, for themselves alone. Error MEETINGS.NO_SUCH_MOMENT.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async markMoment(@Args('input') input: MarkMomentInput): Promise<boolean> {
    await this.marking.run(input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Takes your own mark away, at any time.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async unmarkMoment(@Args('input') input: UnmarkMomentInput): Promise<boolean> {
    await this.unmarking.run(input);
    return true;
  }
}
