import { Module } from '@nestjs/common';
import * as familyTime from './family-time.consumers.ts';
import { Facts } from './facts.ts';
import * as matching from './matching.consumers.ts';
import * as meetings from './meetings.consumers.ts';
import * as support from './support.consumers.ts';

@Module({ controllers: [matching, meetings, familyTime, support].flatMap((consumers) => Object.values(consumers)), providers: [Facts] })
export class FactsModule {}
