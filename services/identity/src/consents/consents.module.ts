import { Module } from '@nestjs/common';
import { Consents } from './consents.query.ts';
import { ConsentsResolver } from './consents.resolver.ts';
import { RecordConsent } from './record-consent.use-case.ts';
import { WithdrawConsent } from './withdraw-consent.use-case.ts';

@Module({ providers: [Consents, ConsentsResolver, RecordConsent, WithdrawConsent] })
export class ConsentsModule {}
