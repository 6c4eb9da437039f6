import { Module } from '@nestjs/common';
import { Drafts } from './drafts.query.ts';
import { DraftsResolver } from './drafts.resolver.ts';
import { ForgetAbandonedDrafts } from './forget-abandoned-drafts.ts';
import { SaveDraft } from './save-draft.use-case.ts';

@Module({ providers: [DraftsResolver, Drafts, SaveDraft, ForgetAbandonedDrafts] })
export class DraftsModule {}
