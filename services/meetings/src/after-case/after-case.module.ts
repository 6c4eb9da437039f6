import { Module } from '@nestjs/common';
import { AfterCaseInvitations } from './after-case.query.ts';
import { AfterCaseResolver } from './after-case.resolver.ts';
import { AnswerAfterCaseInvitation } from './answer-after-case-invitation.use-case.ts';
import { InviteAfterCase } from './invite-after-case.use-case.ts';
import { WithdrawAfterCaseInvitation } from './withdraw-after-case-invitation.use-case.ts';

@Module({ providers: [AfterCaseResolver, AfterCaseInvitations, InviteAfterCase, AnswerAfterCaseInvitation, WithdrawAfterCaseInvitation] })
export class AfterCaseModule {}
