import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CallGuideView } from '../guide/call-guide.view.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { Guides } from '../guide/guides.query.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { AgreeToAnotherCall } from './agree-to-another-call.use-case.ts';
import { CallThroughBridge, CallThroughBridgeInput } from './call-through-bridge.use-case.ts';
import { ComfortCallView } from './comfort-call.view.ts';
import { ComfortCalls } from './comfort-calls.query.ts';
import { RecordBuyIn, RecordBuyInInput } from './record-buy-in.use-case.ts';
import { RecordComfortCallAttempt, RecordComfortCallAttemptInput } from './record-comfort-call-attempt.use-case.ts';
import { ResumeComfortCall } from './resume-comfort-call.use-case.ts';

@Resolver(() => ComfortCallView)
export class ComfortCallGuideResolver {
  constructor(private readonly guides: Guides) {}

  @ResolveField(() => CallGuideView, { description: 'How the call goes, for whoever is on the connection.' })
  @AllowSignedIn()
  callGuide(@Args('language', { type: () => GuideLanguage, defaultValue: GuideLanguage.en }) language: GuideLanguage): Promise<CallGuideView> {
    return this.guides.callInLanguage(language);
  }
}

@Resolver(() => ConnectionProgress)
export class ComfortCallsResolver {
  constructor(
    private readonly calls: ComfortCalls,
    private readonly agreeing: RecordBuyIn,
    private readonly attempting: RecordComfortCallAttempt,
    private readonly bridging: CallThroughBridge,
    private readonly agreeingAgain: AgreeToAnotherCall,
    private readonly resuming: ResumeComfortCall,
  ) {}

  @ResolveField(() => [ComfortCallView], { nullable: true, description: 'One for each placement that brought the two families together, oldest first.' })
  @AllowSignedIn()
  comfortCalls(@Parent() connection: ConnectionProgress): Promise<ComfortCallView[]> {
    return this.calls.ofConnection(connection.id);
  }

  @Mutation(() => ComfortCallView, { description: 'By the party itself; by the caseworker, the coordinator or a program supervisor for any of the four.' })
  @Allow(Role.PARENT, Role.CAREGIVER, Role.CASEWORKER, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async recordBuyIn(@Args('input') input: RecordBuyInInput): Promise<ComfortCallView> {
    return this.calls.byId(await this.agreeing.run(input));
  }

  @Mutation(() => ComfortCallView, {
    description:
      'For a caregiver of the connection or the caseworker. Errors CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, MEETINGS.BUY_IN_MISSING, MEETINGS.NO_CALL_WITHOUT_AGREEMENT, MEETINGS.REASON_NEEDED, MEETINGS.NOTHING_LEARNED, MEETINGS.CONSENT_NEEDED, MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE, DATE_IN_FUTURE, DATE_TOO_EARLY.',
  })
  @Allow(Role.CAREGIVER, Role.CASEWORKER)
  async recordComfortCallAttempt(@Args('input') input: RecordComfortCallAttemptInput): Promise<ComfortCallView> {
    return this.calls.byId(await this.attempting.run(input));
  }

  @Mutation(() => ComfortCallView, {
    description:
      'For a caregiver of the connection: their own phone rings within two minutes, and then the parent’s; neither sees the other’s number. If it does not ring, `notConnectedAt` says so: try again, or ask the caseworker. Errors CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, MEETINGS.BUY_IN_MISSING, MEETINGS.NO_CALL_WITHOUT_AGREEMENT, MEETINGS.OUTCOME_NEEDED, MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE.',
  })
  @Allow(Role.CAREGIVER)
  async callThroughBridge(@Args('input') input: CallThroughBridgeInput): Promise<ComfortCallView> {
    return this.calls.byId(await this.bridging.run(input));
  }

  @Mutation(() => ComfortCallView, { description: 'A parent who was not ready agrees to another call, about any child of theirs in that home: said by the parent, or recorded by the caseworker.' })
  @Allow(Role.PARENT, Role.CASEWORKER)
  async agreeToAnotherCall(@Args('comfortCallId', { type: () => UUID }) comfortCallId: string): Promise<ComfortCallView> {
    return this.calls.byId(await this.agreeingAgain.run(comfortCallId));
  }

  @Mutation(() => ComfortCallView, { description: 'Brings a suspended call back when contact is possible again. For the caseworker, the coordinator or a program supervisor. Error CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async resumeComfortCall(@Args('comfortCallId', { type: () => UUID }) comfortCallId: string): Promise<ComfortCallView> {
    return this.calls.byId(await this.resuming.run(comfortCallId));
  }
}
