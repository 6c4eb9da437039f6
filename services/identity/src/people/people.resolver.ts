import { Allow, AllowOperator, AllowSignedIn, Role, type Principal } from '@fc/auth';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Context, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { AppointFirstSupervisor, AppointFirstSupervisorInput } from './appoint-first-supervisor.use-case.ts';
import { InvitePerson, InvitePersonInput } from './invite-person.use-case.ts';
import { OpenAccount, OpenAccountInput } from './open-account.use-case.ts';
import { People } from './people.query.ts';
import { PersonPage, PersonView } from './person.view.ts';

@Resolver(() => PersonView)
export class PeopleResolver {
  constructor(
    private readonly people: People,
    private readonly inviting: InvitePerson,
    private readonly opening: OpenAccount,
    private readonly appointing: AppointFirstSupervisor,
  ) {}

  @Query(() => PersonView, { nullable: true, description: 'Whoever asks.' })
  @AllowSignedIn()
  me(): Promise<PersonView> {
    return this.people.me();
  }

  @Query(() => PersonView, { nullable: true })
  @AllowSignedIn()
  person(@Args('id', { type: () => UUID }) id: string): Promise<PersonView> {
    return this.people.byId(id);
  }

  @Query(() => PersonPage, { nullable: true, name: 'people', description: 'Everybody of the county’s program.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs): Promise<Page<PersonView>> {
    return this.people.page(args);
  }

  @ResolveField(() => String, { nullable: true, description: 'E.164. For the person, their caseworker, those who see the whole county, and whomever the person has allowed it: a caregiver never sees a parent’s number before that. Empty for everybody else. Who was shown it is written down.' })
  @AllowSignedIn()
  phone(@Parent() person: PersonView, @Context('principal') principal: Principal): Promise<string | null> {
    return this.people.phone(person, principal);
  }

  @Mutation(() => PersonView, { description: 'For a coordinator or a program supervisor; only the latter gives those two roles.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async invitePerson(@Args('input') input: InvitePersonInput): Promise<PersonView> {
    return this.people.byId(await this.inviting.run(input));
  }

  @Mutation(() => PersonView, { description: 'For whoever may invite: an account for somebody who is known already. Error IDENTITY.ACCOUNT_ALREADY_THERE.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async openAccount(@Args('input') input: OpenAccountInput): Promise<PersonView> {
    return this.people.byId(await this.opening.run(input));
  }

  @Mutation(() => UUID, { description: 'For the operator who adds a county; answers the supervisor’s id. Error IDENTITY.SUPERVISOR_EXISTS.' })
  @AllowOperator()
  appointFirstSupervisor(@Args('input') input: AppointFirstSupervisorInput): Promise<string> {
    return this.appointing.run(input);
  }

  @ResolveReference()
  @AllowSignedIn()
  resolveReference({ id }: { id: string }): Promise<PersonView> {
    return this.people.byId(id);
  }
}
