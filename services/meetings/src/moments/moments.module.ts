import { Module } from '@nestjs/common';
import { MarkMoment } from './mark-moment.use-case.ts';
import { Moments } from './moments.query.ts';
import { MomentsResolver } from './moments.resolver.ts';
import { UnmarkMoment } from './unmark-moment.use-case.ts';

@Module({ providers: [MomentsResolver, Moments, MarkMoment, UnmarkMoment] })
export class MomentsModule {}
