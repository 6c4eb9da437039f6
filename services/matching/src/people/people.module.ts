import { Module } from '@nestjs/common';
import { ExperiencesResolver } from './experiences.resolver.ts';
import { WhenPersonProfileChanged } from './when-person-profile-changed.consumer.ts';
import { WhenTrainingCompleted } from './when-training-completed.consumer.ts';

@Module({ controllers: [WhenPersonProfileChanged, WhenTrainingCompleted], providers: [ExperiencesResolver] })
export class PeopleModule {}
