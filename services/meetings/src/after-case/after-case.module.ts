import { Module } from '@nestjs/common';
import { AfterCaseInvitations } from './after-case.query.ts';
import { AfterCaseResolver } from './after-case.resolver.ts';
import { InviteAfterCase } from './invite-after-case.use-case.ts';

@Module({ providers: [AfterCaseResolver, AfterCaseInvitations, InviteAfterCase] })
export class AfterCaseModule {}
