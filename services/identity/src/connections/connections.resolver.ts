import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Families } from '../families/families.query.ts';
import { CaregiverHouseholdView, ChildView } from '../families/families.views.ts';
import { People } from '../people/people.query.ts';
import { PersonView } from '../people/person.view.ts';
import { Connections } from './connections.query.ts';
import { FamilyConnectionPage, FamilyConnectionView } from './family-connection.view.ts';
import { OpenFamilyConnection, OpenFamilyConnectionInput } from './open-family-connection.use-case.ts';

@Resolver(() => FamilyConnectionView)
export class ConnectionsResolver {
  constructor(
    private readonly connections: Connections,
    private readonly opening: OpenFamilyConnection,
    private readonly people: People,
    private readonly families: Families,
  ) {}

  @Query(() => FamilyConnectionView, { nullable: true })
  @AllowSignedIn()
  familyConnection(@Args('id', { type: () => UUID }) id: string): Promise<FamilyConnectionView> {
    return this.connections.byId(id);
  }

  @Query(() => FamilyConnectionPage, { nullable: true, name: 'familyConnections', description: 'Those that whoever asks is on; all of the county for a coordinator or a program supervisor.' })
  @AllowSignedIn()
  page(@Args() args: PageArgs): Promise<Page<FamilyConnectionView>> {
    return this.connections.page(args);
  }

  @Mutation(() => FamilyConnectionView, { description: 'For a coordinator. Errors IDENTITY.NO_CHILD_TOGETHER, IDENTITY.CONNECTION_ALREADY_OPEN.' })
  @Allow(Role.COORDINATOR)
  async openFamilyConnection(@Args('input') input: OpenFamilyConnectionInput): Promise<FamilyConnectionView> {
    return this.connections.byId(await this.opening.run(input));
  }

  @ResolveField(() => PersonView)
  @AllowSignedIn()
  parent(@Parent() connection: FamilyConnectionView): Promise<PersonView> {
    return this.people.byId(connection.parentId);
  }

  @ResolveField(() => CaregiverHouseholdView)
  @AllowSignedIn()
  household(@Parent() connection: FamilyConnectionView): Promise<CaregiverHouseholdView> {
    return this.families.household(connection.householdId);
  }

  @ResolveField(() => [ChildView], { description: 'Those who join the two families at present.' })
  @AllowSignedIn()
  async children(@Parent() connection: FamilyConnectionView): Promise<ChildView[]> {
    return this.families.children(await this.connections.childIds(connection.id));
  }

  @ResolveReference()
  @AllowSignedIn()
  resolveReference({ id }: { id: string }): Promise<FamilyConnectionView> {
    return this.connections.byId(id);
  }
}
