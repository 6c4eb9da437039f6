import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildView } from '../families/families.views.ts';
import { PlacementView } from '../placements/placements.views.ts';
import { Icwa } from './icwa.query.ts';
import { IcwaPlacementView, IcwaRecordView, TribePage, TribeView } from './icwa.views.ts';
import { RecordIcwa, RecordIcwaInput } from './record-icwa.use-case.ts';
import { RegisterTribe, RegisterTribeInput } from './register-tribe.use-case.ts';

@Resolver(() => ChildView)
export class IcwaResolver {
  constructor(
    private readonly records: Icwa,
    private readonly registering: RegisterTribe,
    private readonly recording: RecordIcwa,
  ) {}

  @ResolveField(() => IcwaRecordView, { nullable: true, description: 'For those who work on the case, and the child’s parents. UNKNOWN until somebody has asked.' })
  @AllowSignedIn()
  icwa(@Parent() child: ChildView): Promise<IcwaRecordView> {
    return this.records.ofChild(child.id);
  }

  @Query(() => TribePage, { nullable: true, description: 'Those that this program knows.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR)
  tribes(@Args() args: PageArgs): Promise<Page<TribeView>> {
    return this.records.tribes(args);
  }

  @Mutation(() => TribeView, { description: 'Error IDENTITY.TRIBE_KNOWN.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER, Role.PROGRAM_SUPERVISOR)
  async registerTribe(@Args('input') input: RegisterTribeInput): Promise<TribeView> {
    return this.records.tribe(await this.registering.run(input));
  }

  @Mutation(() => [IcwaRecordView], { description: 'For a coordinator, or the caseworker of the case. Errors IDENTITY.TRIBE_NEEDED, IDENTITY.PARTY_NOT_NAMED, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async recordIcwa(@Args('input') input: RecordIcwaInput): Promise<IcwaRecordView[]> {
    return this.records.ofChildren(await this.recording.run(input));
  }
}

@Resolver(() => PlacementView)
export class IcwaPlacementsResolver {
  constructor(private readonly records: Icwa) {}

  @ResolveField(() => IcwaPlacementView, { nullable: true, description: 'Where it stands in the order of preference; empty where that was not asked. For those who work on the case.' })
  @AllowSignedIn()
  icwa(@Parent() placement: PlacementView): Promise<IcwaPlacementView | null> {
    return this.records.ofPlacement(placement);
  }
}
