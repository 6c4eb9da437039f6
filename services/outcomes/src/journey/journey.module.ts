import { Module } from '@nestjs/common';
import * as connections from './connections.consumers.ts';
import * as episodes from './episodes.consumers.ts';
import { Journeys } from './journeys.query.ts';
import { JourneysResolver } from './journeys.resolver.ts';

@Module({ controllers: [...Object.values(connections), ...Object.values(episodes)], providers: [Journeys, JourneysResolver] })
export class JourneyModule {}
