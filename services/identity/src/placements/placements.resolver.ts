import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildView } from '../families/families.views.ts';
import { BeginFosterCare, BeginFosterCareInput } from './begin-foster-care.use-case.ts';
import { PlaceChildren, PlaceChildrenInput } from './place-children.use-case.ts';
import { Placements } from './placements.query.ts';
import { FosterCareEpisodeView, PlacementView } from './placements.views.ts';

@Resolver(() => ChildView)
export class PlacementsResolver {
  constructor(
    private readonly placements: Placements,
    private readonly beginning: BeginFosterCare,
    private readonly placing: PlaceChildren,
  ) {}

  @ResolveField(() => [PlacementView], { name: 'placements', description: 'Oldest first.' })
  @AllowSignedIn()
  ofChild(@Parent() child: ChildView): Promise<PlacementView[]> {
    return this.placements.ofChild(child.id);
  }

  @Mutation(() => [FosterCareEpisodeView], { description: 'A child enters foster care. For a coordinator or a caseworker. Error IDENTITY.ALREADY_IN_CARE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async beginFosterCare(@Args('input') input: BeginFosterCareInput): Promise<FosterCareEpisodeView[]> {
    return this.placements.episodesByIds(await this.beginning.run(input));
  }

  @Mutation(() => [PlacementView], { description: 'A child comes to live somewhere; a placement before ends. For a coordinator or a caseworker. Errors IDENTITY.NOT_IN_CARE, DATE_TOO_EARLY, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async placeChildren(@Args('input') input: PlaceChildrenInput): Promise<PlacementView[]> {
    return this.placements.byIds(await this.placing.run(input));
  }
}
