import { Module } from '@nestjs/common';
import { CheckLanguage } from './check-language.query.ts';
import { LanguageCheckResolver } from './language-check.resolver.ts';

@Module({ providers: [LanguageCheckResolver, CheckLanguage] })
export class LanguageCheckModule {}
