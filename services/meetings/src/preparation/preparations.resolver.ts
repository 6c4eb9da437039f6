import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GuideLanguage, GuidePhase } from '../guide/guide-prompt.ts';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { PreparationSessionView } from './preparation.view.ts';
import { Preparations } from './preparations.query.ts';
import { RecordPreparation, RecordPreparationInput } from './record-preparation.use-case.ts';
import { TalkChecklistView } from './talk-checklist.view.ts';
import { TalkChecklists } from './talk-checklists.query.ts';
import { WaivePreparation, WaivePreparationInput } from './waive-preparation.use-case.ts';

@Resolver(() => ConnectionProgress)
export class PreparationsResolver {
  constructor(
    private readonly sessions: Preparations,
    private readonly recording: RecordPreparation,
    private readonly waiving: WaivePreparation,
    private readonly checklists: TalkChecklists,
  ) {}

  @ResolveField(() => [PreparationSessionView], { nullable: true, description: 'Those of the own pair: the other side’s are never among them. All of them for a program supervisor.' })
  @AllowSignedIn()
  preparations(@Parent() connection: ConnectionProgress): Promise<PreparationSessionView[]> {
    return this.sessions.ofConnection(connection.id);
  }

  @ResolveField(() => [TalkChecklistView], { nullable: true, description: 'BUILD before the meeting, the other phases after it: what the own pair talks through, and what of it they have. The other side’s is never among them; both for a program supervisor.' })
  @AllowSignedIn()
  talkChecklists(
    @Parent() connection: ConnectionProgress,
    @Args('phase', { type: () => GuidePhase }) phase: GuidePhase,
    @Args('language', { type: () => GuideLanguage, defaultValue: GuideLanguage.en }) language: GuideLanguage,
  ): Promise<TalkChecklistView[]> {
    return this.checklists.ofConnection(connection.id, phase, language);
  }

  @Mutation(() => PreparationSessionView, { description: 'For the matched mentor of one side. Errors MEETINGS.ALREADY_PREPARED, MEETINGS.NO_SUCH_PROMPT, DATE_IN_FUTURE, DATE_TOO_EARLY.' })
  @Allow(Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async recordPreparation(@Args('input') input: RecordPreparationInput): Promise<PreparationSessionView> {
    return this.sessions.byId(await this.recording.run(input));
  }

  @Mutation(() => UUID, { description: 'For a program supervisor; answers the id of the waiver. Error MEETINGS.ALREADY_WAIVED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  waivePreparation(@Args('input') input: WaivePreparationInput): Promise<string> {
    return this.waiving.run(input);
  }
}
