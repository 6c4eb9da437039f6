import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ProtectiveFactor } from '../protective-factors/protective-factor.ts';
import { catalogue } from './catalogue.ts';
import { RecordTrainingCompletion, RecordTrainingCompletionInput } from './record-training-completion.use-case.ts';
import { Trainings } from './trainings.query.ts';
import { TrainedPerson, TrainingCompletionView, TrainingView } from './trainings.views.ts';

@Resolver(() => TrainedPerson)
export class TrainingsResolver {
  constructor(
    private readonly trainings: Trainings,
    private readonly recording: RecordTrainingCompletion,
  ) {}

  @Query(() => [TrainingView], { name: 'trainings', nullable: true, description: 'The catalogue, the same for every county; or what of it is meant to strengthen one protective factor.' })
  @AllowSignedIn()
  catalogue(@Args('strengthens', { type: () => ProtectiveFactor, nullable: true }) factor?: ProtectiveFactor | null): TrainingView[] {
    return catalogue.filter(({ strengthens }) => !factor || strengthens.includes(factor)).map(TrainingView.from);
  }

  @Query(() => [TrainingCompletionView], { name: 'myTrainings', nullable: true, description: 'What whoever asks has finished, the earliest first.' })
  @AllowSignedIn()
  mine(): Promise<TrainingCompletionView[]> {
    return this.trainings.mine();
  }

  @ResolveField(() => [TrainingCompletionView], { name: 'trainings', nullable: true, description: 'What they have finished, the earliest first. For the person, coordinators, program supervisors and navigators; empty for everybody else.' })
  @AllowSignedIn()
  ofPerson(@Parent() person: TrainedPerson): Promise<TrainingCompletionView[]> {
    return this.trainings.ofPerson(person.id);
  }

  @Mutation(() => TrainingCompletionView, { description: 'For a coordinator or a navigator. Errors DATE_IN_FUTURE, SUPPORT.TRAINING_ALREADY_RECORDED.' })
  @Allow(Role.COORDINATOR, Role.NAVIGATOR)
  async recordTrainingCompletion(@Args('input') input: RecordTrainingCompletionInput): Promise<TrainingCompletionView> {
    return this.trainings.byId(await this.recording.run(input));
  }
}
