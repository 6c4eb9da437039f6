import { Module } from '@nestjs/common';
import { WhenPersonProfileChanged } from './when-person-profile-changed.consumer.ts';

@Module({ controllers: [WhenPersonProfileChanged] })
export class PeopleModule {}
