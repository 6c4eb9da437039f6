import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildView } from '../families/families.views.ts';
import { BeginFosterCare, BeginFosterCareInput } from './begin-foster-care.use-case.ts';
import { ChangePlacementType, ChangePlacementTypeInput } from './change-placement-type.use-case.ts';
import { EndStays, EndStaysInput } from './end-stays.use-case.ts';
import { ExitFosterCare, ExitFosterCareInput } from './exit-foster-care.use-case.ts';
import { PlaceChildren, PlaceChildrenInput } from './place-children.use-case.ts';
import { Placements } from './placements.query.ts';
import { FosterCareEpisodeView, PlacementView } from './placements.views.ts';

@Resolver(() => ChildView)
export class PlacementsResolver {
  constructor(
    private readonly placements: Placements,
    private readonly beginning: BeginFosterCare,
    private readonly placing: PlaceChildren,
    private readonly returning: EndStays,
    private readonly changing: ChangePlacementType,
    private readonly exiting: ExitFosterCare,
  ) {}

  @ResolveField(() => [PlacementView], { name: 'placements', description: 'Oldest first.' })
  @AllowSignedIn()
  placementsOf(@Parent() child: ChildView): Promise<PlacementView[]> {
    return this.placements.ofChild(child.id);
  }

  @Mutation(() => [FosterCareEpisodeView], { description: 'A child enters foster care. For a coordinator, or the caseworker of the case. Errors IDENTITY.ALREADY_IN_CARE, IDENTITY.DATES_OVERLAP, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async beginFosterCare(@Args('input') input: BeginFosterCareInput): Promise<FosterCareEpisodeView[]> {
    return this.placements.episodesByIds(await this.beginning.run(input));
  }

  @Mutation(() => [PlacementView], {
    description:
      'A child comes to live somewhere; a placement before ends. What counts as no move is a stay beside the placement, which goes on. For a coordinator, or the caseworker of the case. Errors IDENTITY.NOT_IN_CARE, IDENTITY.ICWA_PREFERENCE_NEEDED, IDENTITY.ICWA_FINDING_NEEDED, IDENTITY.DATES_OVERLAP, IDENTITY.ALREADY_PLACED_THERE, IDENTITY.HOUSEHOLD_NEEDED, IDENTITY.NO_HOUSEHOLD_THERE, DATE_TOO_EARLY, DATE_IN_FUTURE.',
  })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async placeChildren(@Args('input') input: PlaceChildrenInput): Promise<PlacementView[]> {
    return this.placements.byIds(await this.placing.run(input));
  }

  @Mutation(() => [PlacementView], { description: 'Children come back from a stay to the home where they live. For a coordinator, or the caseworker of the case. Errors IDENTITY.NO_STAY, DATE_TOO_EARLY, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async endStays(@Args('input') input: EndStaysInput): Promise<PlacementView[]> {
    return this.placements.byIds(await this.returning.run(input));
  }

  @Mutation(() => PlacementView, { description: 'The same home becomes a placement of another type, such as a pre-adoptive home; that is no move. For a coordinator, or the caseworker of the case. Errors IDENTITY.ALREADY_OF_THIS_TYPE, IDENTITY.PLACEMENT_ENDED, IDENTITY.STAY_IS_NO_PLACEMENT, IDENTITY.HOUSEHOLD_NEEDED, IDENTITY.NO_HOUSEHOLD_THERE, DATE_TOO_EARLY, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async changePlacementType(@Args('input') input: ChangePlacementTypeInput): Promise<PlacementView> {
    return this.placements.byId(await this.changing.run(input));
  }

  @Mutation(() => [FosterCareEpisodeView], { description: 'Children leave foster care; their placements end, and a family connection without children closes. For a coordinator, or the caseworker of the case. Errors IDENTITY.NOT_IN_CARE, DATE_TOO_EARLY, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async exitFosterCare(@Args('input') input: ExitFosterCareInput): Promise<FosterCareEpisodeView[]> {
    return this.placements.episodesByIds(await this.exiting.run(input));
  }
}
