import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnswerDiscriminationConcern, AnswerDiscriminationConcernInput } from './answer-discrimination-concern.use-case.ts';
import { DiscriminationConcernView } from './discrimination-concern.view.ts';
import { DiscriminationConcerns } from './discrimination-concerns.query.ts';
import { RaiseDiscriminationConcern, RaiseDiscriminationConcernInput } from './raise-discrimination-concern.use-case.ts';

@Resolver(() => DiscriminationConcernView)
export class DiscriminationConcernsResolver {
  constructor(
    private readonly concerns: DiscriminationConcerns,
    private readonly raising: RaiseDiscriminationConcern,
    private readonly answering: AnswerDiscriminationConcern,
  ) {}

  @Query(() => [DiscriminationConcernView], {
    nullable: true,
    description: 'Those that you raised, also where you are no longer on the connection; for a program supervisor everybody’s. At most 100, the newest first. Errors PROTECTED_UNAVAILABLE, PROTECTED_UNREADABLE.',
  })
  @AllowSignedIn()
  discriminationConcerns(): Promise<DiscriminationConcernView[]> {
    return this.concerns.list();
  }

  @Mutation(() => DiscriminationConcernView, {
    description:
      'For whoever is on the connection. The program supervisors read it and answer; neither the other family nor anybody else on the case learns of it. It takes no rights: you may complain anywhere else too. Errors MEETINGS.GROUND_NEEDED, TEXT_REQUIRED, TEXT_TOO_LONG, PROTECTED_UNAVAILABLE.',
  })
  @AllowSignedIn()
  async raiseDiscriminationConcern(@Args('input') input: RaiseDiscriminationConcernInput): Promise<DiscriminationConcernView> {
    return this.concerns.byId(await this.raising.run(input));
  }

  @Mutation(() => DiscriminationConcernView, { description: 'For a program supervisor who did not raise it. Errors MEETINGS.CONCERN_ANSWERED, TEXT_REQUIRED, TEXT_TOO_LONG, PROTECTED_UNAVAILABLE, PROTECTED_UNREADABLE.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async answerDiscriminationConcern(@Args('input') input: AnswerDiscriminationConcernInput): Promise<DiscriminationConcernView> {
    return this.concerns.byId(await this.answering.run(input));
  }
}
