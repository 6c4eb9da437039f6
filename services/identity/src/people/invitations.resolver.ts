import { Allow, Role } from '@fc/auth';
import { Args, Mutation, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Invitations, InvitationState, RepeatInvitationInput } from './invitations.ts';
import { People } from './people.query.ts';
import { PersonView } from './person.view.ts';

registerEnumType(InvitationState, { name: 'InvitationState', description: 'BY_HAND: the county sends no mail, so a person tells them how to sign in. WAITING: the mail has still to leave.' });

@Resolver(() => PersonView)
export class InvitationsResolver {
  constructor(
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  @ResolveField(() => InvitationState, { nullable: true, description: 'How the person learns that they have an account; empty where they have none. For whoever may invite.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  invitation(@Parent() person: PersonView): Promise<`${InvitationState}` | null> {
    return this.invitations.stateOf(person.id);
  }

  @Mutation(() => PersonView, { description: 'Sends the invitation once more, with a new link. For whoever may invite. Errors IDENTITY.NO_ACCOUNT, IDENTITY.NO_MAIL_SERVER.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async repeatInvitation(@Args('input') input: RepeatInvitationInput): Promise<PersonView> {
    return this.people.byId(await this.invitations.repeat(input));
  }
}
