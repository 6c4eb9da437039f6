import { Module } from '@nestjs/common';
import { PublishStateFacts } from './publish-state-facts.use-case.ts';
import { ReleaseResolver } from './release.resolver.ts';
import { StateRelease } from './state-release.query.ts';
import { WithholdFromState } from './withhold-from-state.use-case.ts';

@Module({ providers: [PublishStateFacts, WithholdFromState, StateRelease, ReleaseResolver] })
export class ReleaseModule {}
