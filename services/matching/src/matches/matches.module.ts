import { ContactLedgerModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { EndMatch } from './end-match.use-case.ts';
import { MentorMatches } from './mentor-matches.query.ts';
import { MentorMatchesResolver } from './mentor-matches.resolver.ts';
import { PossibleMatches } from './possible-matches.ts';

@Module({ imports: [ContactLedgerModule.suspending(PossibleMatches)], providers: [MentorMatches, MentorMatchesResolver, EndMatch] })
export class MatchesModule {}
