import { Module } from '@nestjs/common';
import { AnswerServices } from './answer-services.ts';
import { ContactLedger } from './contact.query.ts';
import { ContactResolver } from './contact.resolver.ts';
import { EndContactRule } from './end-contact-rule.use-case.ts';
import { RecordContactRule } from './record-contact-rule.use-case.ts';

@Module({ providers: [AnswerServices, ContactLedger, ContactResolver, RecordContactRule, EndContactRule] })
export class ContactModule {}
