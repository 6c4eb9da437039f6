import { Module } from '@nestjs/common';
import { Drafts } from './drafts.query.ts';
import { DraftsResolver } from './drafts.resolver.ts';
import { ForgetAbandonedDrafts } from './forget-abandoned-drafts.ts';
import { KeepDraftKeys } from './keep-draft-keys.ts';
import { SaveDraft } from './save-draft.use-case.ts';

@Module({ providers: [DraftsResolver, Drafts, SaveDraft, KeepDraftKeys, ForgetAbandonedDrafts] })
export class DraftsModule {}
