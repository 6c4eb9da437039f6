import { Allow, AllowIntake, AllowSignedIn, Role } from '@fc/auth';
import { UUID, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AskToTakePart, AskToTakePartInput } from './ask-to-take-part.use-case.ts';
import { DecideParticipationRequest, DecideParticipationRequestInput } from './decide-participation-request.use-case.ts';
import { ParticipationRequestPage, ParticipationRequestView } from './participation-request.view.ts';
import { ParticipationRequests, ParticipationRequestsArgs } from './participation-requests.query.ts';
import { RequestParticipation, RequestParticipationInput } from './request-participation.use-case.ts';
import { WithdrawParticipationRequest, WithdrawParticipationRequestInput } from './withdraw-participation-request.use-case.ts';

@Resolver(() => ParticipationRequestView)
export class ParticipationRequestsResolver {
  constructor(
    private readonly requests: ParticipationRequests,
    private readonly asking: AskToTakePart,
    private readonly requesting: RequestParticipation,
    private readonly deciding: DecideParticipationRequest,
    private readonly withdrawing: WithdrawParticipationRequest,
  ) {}

  @Query(() => ParticipationRequestPage, { nullable: true, name: 'participationRequests', description: 'The county’s, those that have waited longest first: `status: NEW` is what nobody has taken up, `takenUpByMe` what whoever asks is looking into.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: ParticipationRequestsArgs): Promise<Page<ParticipationRequestView>> {
    return this.requests.page(args);
  }

  @Query(() => [ParticipationRequestView], { nullable: true, description: 'Those by or for whoever asks, oldest first; of a partner organisation, its own.' })
  @AllowSignedIn()
  myParticipationRequests(): Promise<ParticipationRequestView[]> {
    return this.requests.mine();
  }

  @Mutation(() => ParticipationRequestView, {
    description: 'For one of a family, for themself; a caseworker or a coordinator asks for somebody. Needs no signature and binds nobody. Errors IDENTITY.REQUEST_ALREADY_OPEN, IDENTITY.UNKNOWN_LANGUAGE, IDENTITY.FOR_WHOM.',
  })
  @Allow(Role.PARENT, Role.CAREGIVER, Role.RELATIVE, Role.YOUTH, Role.CASEWORKER, Role.COORDINATOR)
  async requestParticipation(@Args('input') input: RequestParticipationInput): Promise<ParticipationRequestView> {
    return this.requests.byId(await this.requesting.run(input));
  }

  @Mutation(() => UUID, {
    description: 'For the county’s public site, or a partner organisation whose grant covers INTAKE, in the name of a family without an account; answers a number that they can name when they call. Errors IDENTITY.HOW_TO_REACH, IDENTITY.PHONE_FORMAT, IDENTITY.EMAIL_FORMAT, IDENTITY.UNKNOWN_LANGUAGE.',
  })
  @AllowIntake()
  askToTakePart(@Args('input') input: AskToTakePartInput): Promise<string> {
    return this.asking.run(input);
  }

  @Mutation(() => ParticipationRequestView, { description: 'For a coordinator; any of them decides what one has taken up. Errors IDENTITY.REQUEST_NOT_NEW, IDENTITY.REQUEST_NOT_IN_REVIEW, IDENTITY.DECLINE_REASON_NEEDED, IDENTITY.DECLINE_REASON_NOT_NEEDED.' })
  @Allow(Role.COORDINATOR)
  async decideParticipationRequest(@Args('input') input: DecideParticipationRequestInput): Promise<ParticipationRequestView> {
    return this.requests.byId(await this.deciding.run(input));
  }

  @Mutation(() => ParticipationRequestView, { description: 'For the person, or whoever asked for them. Error IDENTITY.REQUEST_CLOSED.' })
  @AllowSignedIn()
  async withdrawParticipationRequest(@Args('input') input: WithdrawParticipationRequestInput): Promise<ParticipationRequestView> {
    return this.requests.byId(await this.withdrawing.run(input));
  }
}
