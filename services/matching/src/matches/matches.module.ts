import { ContactLedgerModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.ts';
import { EndMatch } from './end-match.use-case.ts';
import { MentorMatchFieldsResolver } from './mentor-match-fields.resolver.ts';
import { MentorMatches } from './mentor-matches.query.ts';
import { MentorMatchesResolver } from './mentor-matches.resolver.ts';
import { PossibleMatches } from './possible-matches.ts';
import { WhenTheyTalked } from './when-they-talked.consumer.ts';

@Module({ imports: [ContactLedgerModule.suspending(PossibleMatches, [RunsModule])], controllers: [WhenTheyTalked], providers: [MentorMatches, MentorMatchesResolver, MentorMatchFieldsResolver, EndMatch], exports: [MentorMatches] })
export class MatchesModule {}
