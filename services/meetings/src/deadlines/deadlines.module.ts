import { Module } from '@nestjs/common';
import { DeadlinesResolver } from './deadlines.resolver.ts';
import { SweepDeadlines } from './sweep-deadlines.ts';
import { WorkLists } from './work-lists.query.ts';

@Module({ providers: [DeadlinesResolver, SweepDeadlines, WorkLists] })
export class DeadlinesModule {}
