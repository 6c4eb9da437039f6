import { Module } from '@nestjs/common';
import { CancelIcebreaker } from './cancel-icebreaker.use-case.ts';
import { CoverIcebreakerItem } from './cover-icebreaker-item.use-case.ts';
import { HoldIcebreaker } from './hold-icebreaker.use-case.ts';
import { Icebreakers } from './icebreakers.query.ts';
import { IcebreakersResolver } from './icebreakers.resolver.ts';
import { RecordIcebreakerNoShow } from './record-icebreaker-no-show.use-case.ts';
import { ScheduleIcebreaker } from './schedule-icebreaker.use-case.ts';

@Module({ providers: [Icebreakers, IcebreakersResolver, ScheduleIcebreaker, HoldIcebreaker, CoverIcebreakerItem, CancelIcebreaker, RecordIcebreakerNoShow] })
export class IcebreakersModule {}
