import { Module } from '@nestjs/common';
import { FollowUps } from './follow-ups.query.ts';
import { FollowUpsResolver } from './follow-ups.resolver.ts';
import { RecordFollowUp } from './record-follow-up.use-case.ts';

@Module({ providers: [FollowUps, FollowUpsResolver, RecordFollowUp] })
export class FollowUpsModule {}
