import { Module } from '@nestjs/common';
import { AnswerGuideInvitation } from './answer-guide-invitation.use-case.ts';
import { ShareTick, UntickPrompt } from './change-tick.use-case.ts';
import { GuideResolver } from './guide.resolver.ts';
import { Guides } from './guides.query.ts';
import { IntroduceGuide } from './introduce-guide.use-case.ts';
import { InviteToGuide } from './invite-to-guide.use-case.ts';
import { ReviewGuide } from './review-guide.use-case.ts';
import { SetGuideReadiness } from './set-guide-readiness.use-case.ts';
import { TickPrompt } from './tick-prompt.use-case.ts';

@Module({ providers: [GuideResolver, Guides, TickPrompt, ShareTick, UntickPrompt, SetGuideReadiness, InviteToGuide, AnswerGuideInvitation, IntroduceGuide, ReviewGuide] })
export class GuideModule {}
