import { Module } from '@nestjs/common';
import { Retention } from './retention.query.ts';
import { RetentionResolver } from './retention.resolver.ts';

@Module({ providers: [Retention, RetentionResolver] })
export class RetentionModule {}
