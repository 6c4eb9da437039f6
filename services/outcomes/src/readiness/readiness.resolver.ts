import { Allow, AllowState, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CountyReadiness } from './county-readiness.query.ts';
import { HandOverReadinessImprovementInput, PlanImprovement, PlanReadinessImprovementInput } from './plan-improvement.use-case.ts';
import { CountyReadinessView, ReadinessAssessmentView, ReadinessImprovementView, SharedReadinessView } from './readiness.view.ts';
import { RecordReadinessAssessment, RecordReadinessAssessmentInput } from './record-readiness-assessment.use-case.ts';
import { ShareReadiness, ShareReadinessInput } from './share-readiness.use-case.ts';

@Resolver()
export class ReadinessResolver {
  constructor(
    private readonly readiness: CountyReadiness,
    private readonly recording: RecordReadinessAssessment,
    private readonly sharing: ShareReadiness,
    private readonly improving: PlanImprovement,
  ) {}

  @Query(() => CountyReadinessView, { nullable: true, description: 'Of the own county alone. For a coordinator or a program supervisor; up to 250 improvements.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  countyReadiness(): Promise<CountyReadinessView> {
    return this.readiness.own();
  }

  @Query(() => [SharedReadinessView], { nullable: true, description: 'What counties share, by county and day. For the administration of the state.' })
  @AllowState()
  stateReadiness(): Promise<SharedReadinessView[]> {
    return this.readiness.shared();
  }

  @Mutation(() => ReadinessAssessmentView, { description: 'For a program supervisor. Errors OUTCOMES.QUESTIONS_OPEN, OUTCOMES.NO_SUCH_POLICY, OUTCOMES.ALREADY_ASSESSED, DATE_IN_FUTURE.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async recordReadinessAssessment(@Args('input') input: RecordReadinessAssessmentInput): Promise<ReadinessAssessmentView> {
    return this.readiness.assessment(await this.recording.run(input));
  }

  @Mutation(() => ReadinessAssessmentView, { description: 'For a program supervisor: the state’s administration sees the scores of this assessment, or sees them no more. May be sent again.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async shareReadiness(@Args('input') input: ShareReadinessInput): Promise<ReadinessAssessmentView> {
    return this.readiness.assessment(await this.sharing.run(input));
  }

  @Mutation(() => ReadinessImprovementView, { description: 'For a program supervisor. Errors OUTCOMES.NO_SUCH_OWNER, DATE_IN_PAST.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async planReadinessImprovement(@Args('input') input: PlanReadinessImprovementInput): Promise<ReadinessImprovementView> {
    return this.readiness.improvement(await this.improving.run(input));
  }

  @Mutation(() => ReadinessImprovementView, { description: 'For a program supervisor: another owner or another day. Errors OUTCOMES.NO_SUCH_OWNER, OUTCOMES.IMPROVEMENT_DONE, DATE_IN_PAST.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async handOverReadinessImprovement(@Args('input') input: HandOverReadinessImprovementInput): Promise<ReadinessImprovementView> {
    return this.readiness.improvement(await this.improving.handOver(input));
  }

  @Mutation(() => ReadinessImprovementView, { description: 'For a coordinator or a program supervisor. Error OUTCOMES.IMPROVEMENT_DONE.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async finishReadinessImprovement(@Args('improvementId', { type: () => UUID }) improvementId: Id<'ReadinessImprovement'>): Promise<ReadinessImprovementView> {
    return this.readiness.improvement(await this.improving.finish(improvementId));
  }
}
