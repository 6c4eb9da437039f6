import { Module } from '@nestjs/common';
import { MentorNeeds } from './mentor-needs.query.ts';
import { MentorNeedsResolver } from './mentor-needs.resolver.ts';
import { WhenConnectionOpened } from './when-connection-opened.consumer.ts';

@Module({ controllers: [WhenConnectionOpened], providers: [MentorNeeds, MentorNeedsResolver] })
export class NeedsModule {}
