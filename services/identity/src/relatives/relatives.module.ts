import { Module } from '@nestjs/common';
import { AddRelative } from './add-relative.use-case.ts';
import { AssessRelative } from './assess-relative.use-case.ts';
import { NotifyRelative } from './notify-relative.use-case.ts';
import { RecordRelativeSearch } from './record-relative-search.use-case.ts';
import { Relatives } from './relatives.query.ts';
import { RelativesResolver } from './relatives.resolver.ts';
import { SweepRelativeNotices } from './sweep-relative-notices.ts';

@Module({ providers: [Relatives, RelativesResolver, RecordRelativeSearch, AddRelative, NotifyRelative, AssessRelative, SweepRelativeNotices] })
export class RelativesModule {}
