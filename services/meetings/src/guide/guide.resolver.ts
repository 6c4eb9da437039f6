import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { AnswerGuideInvitation, AnswerGuideInvitationInput } from './answer-guide-invitation.use-case.ts';
import { ShareTick, ShareTickInput, UntickPrompt, UntickPromptInput } from './change-tick.use-case.ts';
import { GuideInvitationView, GuideIntroductionView, GuideOnConnectionView } from './guide-on-connection.view.ts';
import { GuideLanguage, GuidePhase } from './guide-prompt.ts';
import { GuideView } from './guide.view.ts';
import { Guides } from './guides.query.ts';
import { IntroduceGuide, IntroduceGuideInput } from './introduce-guide.use-case.ts';
import { InviteToGuide, InviteToGuideInput } from './invite-to-guide.use-case.ts';
import { ReviewGuide, ReviewGuideInput } from './review-guide.use-case.ts';
import { SetGuideReadiness, SetGuideReadinessInput } from './set-guide-readiness.use-case.ts';
import { TickPrompt, TickPromptInput } from './tick-prompt.use-case.ts';

const language = { type: () => GuideLanguage, defaultValue: GuideLanguage.en } as const;

@Resolver(() => ConnectionProgress)
export class GuideResolver {
  constructor(
    private readonly guides: Guides,
    private readonly ticking: TickPrompt,
    private readonly sharing: ShareTick,
    private readonly unticking: UntickPrompt,
    private readonly pacing: SetGuideReadiness,
    private readonly inviting: InviteToGuide,
    private readonly answering: AnswerGuideInvitation,
    private readonly introducing: IntroduceGuide,
    private readonly reviewing: ReviewGuide,
  ) {}

  @Query(() => GuideView, { nullable: true, description: 'The whole guide, for everybody of the county: what the one family reads the other may read. Empty while this service cannot be reached.' })
  @AllowSignedIn()
  guide(@Args('language', language) asked: GuideLanguage): Promise<GuideView> {
    return this.guides.inLanguage(asked);
  }

  @Query(() => GuideView, { nullable: true, description: 'The guide in a language that may not have been reviewed. For program supervisors, who review it.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  guideDraft(@Args('language', language) asked: GuideLanguage): Promise<GuideView> {
    return this.guides.draft(asked);
  }

  @ResolveField(() => GuideOnConnectionView, { nullable: true, description: 'For a parent or a caregiver of the connection, their own; empty for everybody else.' })
  @AllowSignedIn()
  myGuide(@Parent() connection: ConnectionProgress, @Args('phase', { type: () => GuidePhase, nullable: true }) phase?: GuidePhase | null): Promise<GuideOnConnectionView | null> {
    return this.guides.ofActing(connection.id, phase);
  }

  @ResolveField(() => [GuideIntroductionView], { nullable: true, description: 'Oldest first.' })
  @AllowSignedIn()
  guideIntroductions(@Parent() connection: ConnectionProgress): Promise<GuideIntroductionView[]> {
    return this.guides.introductionsOn(connection.id);
  }

  @Mutation(() => GuideOnConnectionView, { nullable: true, description: 'For a parent or a caregiver of the connection. Errors MEETINGS.NO_SUCH_PROMPT; to share at once also MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async tickPrompt(@Args('input') input: TickPromptInput): Promise<GuideOnConnectionView | null> {
    await this.ticking.run(input);
    return this.guides.ofActing(input.connectionId);
  }

  @Mutation(() => GuideOnConnectionView, { nullable: true, description: 'Errors MEETINGS.NOT_TICKED.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async untickPrompt(@Args('input') input: UntickPromptInput): Promise<GuideOnConnectionView | null> {
    await this.unticking.run(input);
    return this.guides.ofActing(input.connectionId);
  }

  @Mutation(() => GuideOnConnectionView, { nullable: true, description: 'Shows a line that you have ticked to the other family, or takes that back. Errors MEETINGS.NOT_TICKED, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async shareTick(@Args('input') input: ShareTickInput): Promise<GuideOnConnectionView | null> {
    await this.sharing.run(input);
    return this.guides.ofActing(input.connectionId);
  }

  @Mutation(() => GuideOnConnectionView, { nullable: true, description: 'Nobody else learns of it.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async setGuideReadiness(@Args('input') input: SetGuideReadinessInput): Promise<GuideOnConnectionView | null> {
    await this.pacing.run(input);
    return this.guides.ofActing(input.connectionId);
  }

  @Mutation(() => GuideInvitationView, { description: 'For a parent or a caregiver of the connection: either may invite the other. Errors MEETINGS.ALREADY_INVITED, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async inviteToGuide(@Args('input') input: InviteToGuideInput): Promise<GuideInvitationView> {
    return this.guides.invitation(await this.inviting.run(input));
  }

  @Mutation(() => GuideInvitationView, { description: 'For the invited family, which can think again at any time. Errors MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async answerGuideInvitation(@Args('input') input: AnswerGuideInvitationInput): Promise<GuideInvitationView> {
    return this.guides.invitation(await this.answering.run(input));
  }

  @Mutation(() => GuideIntroductionView, { description: 'For staff and mentors of the connection, each for themselves. Errors MEETINGS.INTRODUCER_NOT_TRAINED, DATE_IN_FUTURE.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR, Role.NAVIGATOR, Role.CASA)
  async introduceGuide(@Args('input') input: IntroduceGuideInput): Promise<GuideIntroductionView> {
    return this.guides.introduction(await this.introducing.run(input));
  }

  @Mutation(() => GuideView, { description: 'For a program supervisor who has had it read by somebody who speaks the language. Errors MEETINGS.OTHER_WORDING, MEETINGS.ALREADY_REVIEWED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async reviewGuide(@Args('input') input: ReviewGuideInput): Promise<GuideView> {
    await this.reviewing.run(input);
    return this.guides.draft(input.language);
  }
}
