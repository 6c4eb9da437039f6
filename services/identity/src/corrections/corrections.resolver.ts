import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Families } from '../families/families.query.ts';
import { ChildView } from '../families/families.views.ts';
import { People } from '../people/people.query.ts';
import { PersonView } from '../people/person.view.ts';
import { Placements } from '../placements/placements.query.ts';
import { FosterCareEpisodeView, PlacementView } from '../placements/placements.views.ts';
import { CorrectChild, CorrectChildInput } from './correct-child.use-case.ts';
import { CorrectFosterCareEpisode, CorrectFosterCareEpisodeInput } from './correct-episode.use-case.ts';
import { CorrectPerson, CorrectPersonInput } from './correct-person.use-case.ts';
import { CorrectPlacement, CorrectPlacementInput } from './correct-placement.use-case.ts';
import { CorrectionView } from './correction.view.ts';
import { Corrections } from './corrections.query.ts';

const whoReads = 'What was said before and has been put right, oldest first. For those who work on the case; empty for everybody else.';

@Resolver(() => PlacementView)
export class PlacementCorrectionsResolver {
  constructor(
    private readonly corrections: Corrections,
    private readonly placements: Placements,
    private readonly correcting: CorrectPlacement,
  ) {}

  @ResolveField(() => [CorrectionView], { name: 'corrections', description: whoReads })
  @AllowSignedIn()
  of(@Parent() { id, childId }: PlacementView): Promise<CorrectionView[]> {
    return this.corrections.ofCase(childId, 'PLACEMENT', id);
  }

  @Mutation(() => PlacementView, { description: 'For a coordinator, or the caseworker of the case. Deadlines and figures follow. It neither moves, ends nor reopens a placement. Errors IDENTITY.DATES_OVERLAP, IDENTITY.EPISODE_ENDED, IDENTITY.NO_CORRECTION, IDENTITY.NOTHING_TO_CORRECT, DATE_TOO_EARLY, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async correctPlacement(@Args('input') input: CorrectPlacementInput): Promise<PlacementView> {
    return this.placements.byId(await this.correcting.run(input));
  }
}

@Resolver(() => FosterCareEpisodeView)
export class EpisodeCorrectionsResolver {
  constructor(
    private readonly corrections: Corrections,
    private readonly placements: Placements,
    private readonly correcting: CorrectFosterCareEpisode,
  ) {}

  @ResolveField(() => [CorrectionView], { name: 'corrections', description: whoReads })
  @AllowSignedIn()
  of(@Parent() { id, childId }: FosterCareEpisodeView): Promise<CorrectionView[]> {
    return this.corrections.ofCase(childId, 'FOSTER_CARE_EPISODE', id);
  }

  @Mutation(() => FosterCareEpisodeView, { description: 'As correctPlacement. Also errors IDENTITY.PLACEMENT_OUTSIDE, IDENTITY.BEFORE_BIRTH.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async correctFosterCareEpisode(@Args('input') input: CorrectFosterCareEpisodeInput): Promise<FosterCareEpisodeView> {
    return this.placements.episodeById(await this.correcting.run(input));
  }
}

@Resolver(() => ChildView)
export class ChildCorrectionsResolver {
  constructor(
    private readonly corrections: Corrections,
    private readonly families: Families,
    private readonly correcting: CorrectChild,
  ) {}

  @ResolveField(() => [CorrectionView], { name: 'corrections', description: whoReads })
  @AllowSignedIn()
  of(@Parent() { id }: ChildView): Promise<CorrectionView[]> {
    return this.corrections.ofChild(id);
  }

  @Mutation(() => ChildView, { description: 'For a coordinator, or the caseworker of the case. Errors IDENTITY.BEFORE_BIRTH, IDENTITY.NOTHING_TO_CORRECT, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async correctChild(@Args('input') input: CorrectChildInput): Promise<ChildView> {
    return this.families.child(await this.correcting.run(input));
  }
}

@Resolver(() => PersonView)
export class PersonCorrectionsResolver {
  constructor(
    private readonly corrections: Corrections,
    private readonly people: People,
    private readonly correcting: CorrectPerson,
  ) {}

  @ResolveField(() => [CorrectionView], { name: 'corrections', description: 'What was said before and has been put right, oldest first. For the person’s caseworker and those who see the whole county; empty for everybody else.' })
  @AllowSignedIn()
  of(@Parent() { id }: PersonView): Promise<CorrectionView[]> {
    return this.corrections.ofPerson(id);
  }

  @Mutation(() => PersonView, { description: 'For a coordinator, a program supervisor, or the person’s caseworker. Error IDENTITY.NOTHING_TO_CORRECT.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER)
  async correctPerson(@Args('input') input: CorrectPersonInput): Promise<PersonView> {
    return this.people.byId(await this.correcting.run(input));
  }
}
