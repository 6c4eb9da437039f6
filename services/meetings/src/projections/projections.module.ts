import { Module } from '@nestjs/common';
import { WhenConnectionChanged } from './when-connection-changed.consumer.ts';
import { WhenMatchChanged } from './when-match-changed.consumer.ts';
import { WhenPersonProfileChanged } from './when-person-profile-changed.consumer.ts';
import { WhenPlacementChanged } from './when-placement-changed.consumer.ts';

@Module({ controllers: [WhenConnectionChanged, WhenPlacementChanged, WhenMatchChanged, WhenPersonProfileChanged] })
export class ProjectionsModule {}
