import { Module } from '@nestjs/common';
import { ShareStrength, TakeBackStrength } from './keep-strength.use-case.ts';
import { NameStrength } from './name-strength.use-case.ts';
import { Strengths } from './strengths.query.ts';
import { StrengthsResolver } from './strengths.resolver.ts';

@Module({ providers: [StrengthsResolver, Strengths, NameStrength, ShareStrength, TakeBackStrength] })
export class StrengthsModule {}
