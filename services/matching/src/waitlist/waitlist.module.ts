import { Module } from '@nestjs/common';
import { MentorWaitlist } from './mentor-waitlist.query.ts';
import { MentorWaitlistResolver } from './mentor-waitlist.resolver.ts';

@Module({ providers: [MentorWaitlist, MentorWaitlistResolver] })
export class WaitlistModule {}
