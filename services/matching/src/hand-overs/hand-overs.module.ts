import { Module } from '@nestjs/common';
import { MatchesModule } from '../matches/matches.module.ts';
import { NeedsModule } from '../needs/needs.module.ts';
import { AgreeHandOver } from './agree-hand-over.use-case.ts';
import { AgreedHandOversResolver } from './agreed-hand-overs.resolver.ts';
import { HandOvers } from './hand-overs.query.ts';
import { HandOversResolver } from './hand-overs.resolver.ts';
import { SuggestHandOver } from './suggest-hand-over.use-case.ts';
import { TakeBackHandOver } from './take-back-hand-over.use-case.ts';

@Module({ imports: [MatchesModule, NeedsModule], providers: [HandOvers, HandOversResolver, AgreedHandOversResolver, SuggestHandOver, AgreeHandOver, TakeBackHandOver] })
export class HandOversModule {}
