import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.ts';
import { AskForMentorAgain } from './ask-for-mentor-again.use-case.ts';
import { MentorNeeds } from './mentor-needs.query.ts';
import { MentorNeedsResolver } from './mentor-needs.resolver.ts';
import { MyMentorNeedsResolver } from './my-mentor-needs.resolver.ts';
import { StateMentorWishes } from './state-mentor-wishes.use-case.ts';
import { WhenConnectionClosed } from './when-connection-closed.consumer.ts';
import { WhenConnectionOpened } from './when-connection-opened.consumer.ts';

@Module({ imports: [RunsModule], controllers: [WhenConnectionOpened, WhenConnectionClosed], providers: [MentorNeeds, MentorNeedsResolver, MyMentorNeedsResolver, StateMentorWishes, AskForMentorAgain], exports: [MentorNeeds] })
export class NeedsModule {}
