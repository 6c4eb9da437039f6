import { Module } from '@nestjs/common';
import { DuplicatesResolver } from './duplicates.resolver.ts';
import { PossibleDuplicates } from './possible-duplicates.query.ts';

@Module({ providers: [DuplicatesResolver, PossibleDuplicates] })
export class DuplicatesModule {}
