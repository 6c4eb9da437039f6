import { Module } from '@nestjs/common';
import { DeadlinesResolver } from './deadlines.resolver.ts';
import { MyDeadlines } from './my-deadlines.query.ts';

@Module({ providers: [DeadlinesResolver, MyDeadlines] })
export class DeadlinesModule {}
