import { Module } from '@nestjs/common';
import { WhenPeopleMerged } from './when-people-merged.consumer.ts';
import { WhenPersonProfileChanged } from './when-person-profile-changed.consumer.ts';

@Module({ controllers: [WhenPersonProfileChanged, WhenPeopleMerged] })
export class PeopleModule {}
