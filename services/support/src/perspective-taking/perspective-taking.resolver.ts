import { Allow, AllowOperator, AllowSignedIn, Role } from '@fc/auth';
import { KeepPersonKeys } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ContentStates } from '../content/content-states.query.ts';
import { ContentLanguage } from '../content/wording.ts';
import { FinishReflections, FinishReflectionsInput } from './finish-reflections.use-case.ts';
import { MyReflectionsView, PerspectiveTakingView } from './perspective-taking.view.ts';
import { Reflections } from './reflections.query.ts';
import { SaveReflection, SaveReflectionInput } from './save-reflection.use-case.ts';

const language = { type: () => ContentLanguage, defaultValue: ContentLanguage.en } as const;

@Resolver()
export class PerspectiveTakingResolver {
  constructor(
    private readonly states: ContentStates,
    private readonly reflections: Reflections,
    private readonly saving: SaveReflection,
    private readonly finishing: FinishReflections,
    private readonly keys: KeepPersonKeys,
  ) {}

  @Query(() => PerspectiveTakingView, { nullable: true, description: 'The module of the training PERSPECTIVE_TAKING, for everybody of the county.' })
  @AllowSignedIn()
  async perspectiveTaking(@Args('language', language) asked: ContentLanguage): Promise<PerspectiveTakingView> {
    return PerspectiveTakingView.in(await this.states.forReaders('PERSPECTIVE_TAKING', asked));
  }

  @Query(() => PerspectiveTakingView, { nullable: true, description: 'The module in a language that may not have been reviewed. For program supervisors, who review it.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async perspectiveTakingDraft(@Args('language', language) asked: ContentLanguage): Promise<PerspectiveTakingView> {
    return PerspectiveTakingView.in(await this.states.draft('PERSPECTIVE_TAKING', asked));
  }

  @Query(() => MyReflectionsView, { nullable: true, description: 'Your own; nobody else can ask for them. Errors PROTECTED_UNAVAILABLE, PROTECTED_UNREADABLE.' })
  @AllowSignedIn()
  myReflections(): Promise<MyReflectionsView> {
    return this.reflections.mine();
  }

  @Mutation(() => MyReflectionsView, { description: 'For whoever writes; may be sent again. Errors SUPPORT.NO_SUCH_QUESTION, CHANGED_MEANWHILE where another device saved it since, TEXT_TOO_LONG, PROTECTED_UNAVAILABLE: what was saved before stays there.' })
  @AllowSignedIn()
  async saveReflection(@Args('input') input: SaveReflectionInput): Promise<MyReflectionsView> {
    await this.saving.run(input);
    return this.reflections.mine();
  }

  @Mutation(() => MyReflectionsView, { description: 'Takes away what you have written to a question. What was finished stays finished. Error SUPPORT.NO_SUCH_QUESTION.' })
  @AllowSignedIn()
  async discardReflection(@Args('questionId', { type: () => String }) questionId: string): Promise<MyReflectionsView> {
    await this.saving.discard(questionId);
    return this.reflections.mine();
  }

  @Mutation(() => MyReflectionsView, { description: 'Records for whoever asks, once, that they have completed the training. Nobody is told what they wrote. Errors SUPPORT.QUESTIONS_OPEN, SUPPORT.MODULE_FINISHED.' })
  @AllowSignedIn()
  async finishReflections(@Args('input') input: FinishReflectionsInput): Promise<MyReflectionsView> {
    await this.finishing.run(input);
    return this.reflections.mine();
  }

  @Mutation(() => Boolean, { description: 'For the operator, after a rotation of the county’s key and before an older version of it is retired. May be run again. Error PROTECTED_UNAVAILABLE.' })
  @AllowOperator()
  async keepSupportProtection(): Promise<boolean> {
    await this.keys.run();
    return true;
  }
}
