import { AllowSignedIn } from '@fc/auth';
import { ResolveReference, Resolver } from '@nestjs/graphql';
import { Placements } from './placements.query.ts';
import { FosterCareEpisodeView, PlacementView } from './placements.views.ts';

/** A placement that another service names by its id, for whoever may see the child. */
@Resolver(() => PlacementView)
export class PlacementReferences {
  constructor(private readonly placements: Placements) {}

  @ResolveReference()
  @AllowSignedIn()
  resolveReference({ id }: { id: string }): Promise<PlacementView> {
    return this.placements.visible(id);
  }
}

/** An episode that another service names by its id, for whoever may see the child. */
@Resolver(() => FosterCareEpisodeView)
export class EpisodeReferences {
  constructor(private readonly placements: Placements) {}

  @ResolveReference()
  @AllowSignedIn()
  resolveReference({ id }: { id: string }): Promise<FosterCareEpisodeView> {
    return this.placements.visibleEpisode(id);
  }
}
