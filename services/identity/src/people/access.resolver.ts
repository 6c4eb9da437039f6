import { Allow, Role } from '@fc/auth';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ChangeAccess, DisablePersonInput, EnablePersonInput } from './change-access.use-case.ts';
import { GrantRole, GrantRoleInput } from './grant-role.use-case.ts';
import { People } from './people.query.ts';
import { PersonView } from './person.view.ts';
import { RevokeRole, RevokeRoleInput } from './revoke-role.use-case.ts';
import { RoleAssignmentView } from './role-assignment.view.ts';

/** Who may do what in the county: roles, and the way in. */
@Resolver()
export class AccessResolver {
  constructor(
    private readonly people: People,
    private readonly granting: GrantRole,
    private readonly revoking: RevokeRole,
    private readonly access: ChangeAccess,
  ) {}

  @Mutation(() => RoleAssignmentView, { description: 'For a coordinator or a program supervisor; only the latter gives those two roles. Error IDENTITY.ROLE_ALREADY_HELD.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async grantRole(@Args('input') input: GrantRoleInput): Promise<RoleAssignmentView> {
    return this.people.role(await this.granting.run(input));
  }

  @Mutation(() => RoleAssignmentView, { description: 'Ends the person’s work on cases in this role, too. For those who grant it. Error IDENTITY.NOT_YOURSELF for one’s own role of program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async revokeRole(@Args('input') input: RevokeRoleInput): Promise<RoleAssignmentView> {
    return this.people.role(await this.revoking.run(input));
  }

  @Mutation(() => PersonView, { description: 'The person can use nothing any more, within a second, with no token, and their account is shut as soon as the county’s realm answers. For those who grant the roles that the person holds. Error IDENTITY.NOT_YOURSELF.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async disablePerson(@Args('input') input: DisablePersonInput): Promise<PersonView> {
    return this.people.byId(await this.access.disable(input));
  }

  @Mutation(() => PersonView, { description: 'Undoes disablePerson.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async enablePerson(@Args('input') input: EnablePersonInput): Promise<PersonView> {
    return this.people.byId(await this.access.enable(input));
  }
}
