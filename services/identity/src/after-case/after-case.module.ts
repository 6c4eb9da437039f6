import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { AfterCase } from './after-case.query.ts';
import { AfterCaseResolver } from './after-case.resolver.ts';
import { GiveAfterCaseConsent } from './give-after-case-consent.use-case.ts';
import { WithdrawAfterCaseConsent } from './withdraw-after-case-consent.use-case.ts';

@Module({ imports: [ConnectionsModule], providers: [AfterCase, AfterCaseResolver, GiveAfterCaseConsent, WithdrawAfterCaseConsent] })
export class AfterCaseModule {}
