import { Module } from '@nestjs/common';
import { WhenPersonProfileChanged } from './when-person-profile-changed.consumer.ts';
import { WhenTrainingCompleted } from './when-training-completed.consumer.ts';

@Module({ controllers: [WhenPersonProfileChanged, WhenTrainingCompleted] })
export class PeopleModule {}
