import { CasePlanLimitsModule } from '@fc/subgraph';
import { Module } from '@nestjs/common';
import { WhenConnectionChildJoined } from './when-connection-child-joined.consumer.ts';
import { WhenConnectionChildLeft } from './when-connection-child-left.consumer.ts';
import { WhenConnectionClosed } from './when-connection-closed.consumer.ts';
import { WhenConnectionOpened } from './when-connection-opened.consumer.ts';
import { WhenEpisodeCorrected } from './when-episode-corrected.consumer.ts';
import { WhenEpisodeExited } from './when-episode-exited.consumer.ts';
import { WhenPlacementStarted } from './when-placement-started.consumer.ts';

@Module({ imports: [CasePlanLimitsModule], controllers: [WhenConnectionOpened, WhenConnectionClosed, WhenConnectionChildJoined, WhenConnectionChildLeft, WhenPlacementStarted, WhenEpisodeExited, WhenEpisodeCorrected] })
export class ConnectionsModule {}
