import { AllowOperator, AllowSignedIn } from '@fc/auth';
import { KeepPersonKeys, UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Drafts } from './drafts.query.ts';
import { DraftView } from './draft.view.ts';
import { DiscardDraftInput, SaveDraft, SaveDraftInput } from './save-draft.use-case.ts';

@Resolver(() => DraftView)
export class DraftsResolver {
  constructor(
    private readonly drafts: Drafts,
    private readonly saving: SaveDraft,
    private readonly keys: KeepPersonKeys,
  ) {}

  @Query(() => [DraftView], { nullable: true, description: 'Your own, at most 100, the one saved last first. What was not saved for 30 days is thrown away. Errors PROTECTED_UNAVAILABLE, PROTECTED_UNREADABLE.' })
  @AllowSignedIn()
  myDrafts(): Promise<DraftView[]> {
    return this.drafts.mine();
  }

  @Mutation(() => DraftView, { description: 'For whoever is on the connection; a form beside connections is for everybody. May be sent again. Errors CHANGED_MEANWHILE where another device saved it since, MEETINGS.DRAFT_GONE, MEETINGS.DRAFT_OF_CONNECTION, TEXT_TOO_LONG, PROTECTED_UNAVAILABLE: what was saved before stays there.' })
  @AllowSignedIn()
  async saveDraft(@Args('input') input: SaveDraftInput): Promise<DraftView> {
    return this.drafts.byId(await this.saving.run(input));
  }

  @Mutation(() => UUID, { description: 'Your own, once it was sent in or is not wanted any more; answers its id.' })
  @AllowSignedIn()
  discardDraft(@Args('input') input: DiscardDraftInput): Promise<string> {
    return this.saving.discard(input);
  }

  @Mutation(() => Boolean, { description: 'For the operator, after a rotation of the county’s key and before an older version of it is retired. May be run again. Error PROTECTED_UNAVAILABLE.' })
  @AllowOperator()
  async keepMeetingsProtection(): Promise<boolean> {
    await this.keys.run();
    return true;
  }
}
