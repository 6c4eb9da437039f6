import { Module } from '@nestjs/common';
import { Candidates } from './candidates.query.ts';
import { CandidatesResolver } from './candidates.resolver.ts';

@Module({ providers: [Candidates, CandidatesResolver] })
export class CandidatesModule {}
