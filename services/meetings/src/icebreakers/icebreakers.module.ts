import { Module } from '@nestjs/common';
import { HoldIcebreaker } from './hold-icebreaker.use-case.ts';
import { Icebreakers } from './icebreakers.query.ts';
import { IcebreakersResolver } from './icebreakers.resolver.ts';
import { ScheduleIcebreaker } from './schedule-icebreaker.use-case.ts';

@Module({ providers: [Icebreakers, IcebreakersResolver, ScheduleIcebreaker, HoldIcebreaker] })
export class IcebreakersModule {}
