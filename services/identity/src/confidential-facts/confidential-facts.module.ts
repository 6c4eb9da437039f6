import { Module } from '@nestjs/common';
import { ConfidentialFacts } from './confidential-facts.query.ts';
import { ConfidentialFactsResolver } from './confidential-facts.resolver.ts';
import { RecordConfidentialFact } from './record-confidential-fact.use-case.ts';
import { RecordWrittenConsent } from './record-written-consent.use-case.ts';
import { RevokeWrittenConsent } from './revoke-written-consent.use-case.ts';

@Module({ providers: [ConfidentialFacts, ConfidentialFactsResolver, RecordConfidentialFact, RecordWrittenConsent, RevokeWrittenConsent] })
export class ConfidentialFactsModule {}
