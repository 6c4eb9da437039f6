import { Module } from '@nestjs/common';
import { DuplicatesResolver } from './duplicates.resolver.ts';
import { MergePeople } from './merge-people.use-case.ts';
import { PersonMerges } from './person-merges.query.ts';
import { PossibleDuplicates } from './possible-duplicates.query.ts';
import { UnmergePeople } from './unmerge-people.use-case.ts';

@Module({ providers: [DuplicatesResolver, PossibleDuplicates, PersonMerges, MergePeople, UnmergePeople] })
export class DuplicatesModule {}
