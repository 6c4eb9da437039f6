import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { AfterCaseInvitations } from './after-case.query.ts';
import { AfterCaseInvitationView } from './after-case.view.ts';
import { AnswerAfterCaseInvitation, AnswerAfterCaseInvitationInput } from './answer-after-case-invitation.use-case.ts';
import { InviteAfterCase, InviteAfterCaseInput } from './invite-after-case.use-case.ts';
import { WithdrawAfterCaseInvitation, WithdrawAfterCaseInvitationInput } from './withdraw-after-case-invitation.use-case.ts';

@Resolver(() => ConnectionProgress)
export class AfterCaseResolver {
  constructor(
    private readonly invitations: AfterCaseInvitations,
    private readonly inviting: InviteAfterCase,
    private readonly answering: AnswerAfterCaseInvitation,
    private readonly withdrawing: WithdrawAfterCaseInvitation,
  ) {}

  @ResolveField(() => [AfterCaseInvitationView], { nullable: true, description: 'By their time, for the two families, while both wish to stay in touch after the case; nothing for anybody else.' })
  @AllowSignedIn()
  afterCaseInvitations(@Parent() connection: ConnectionProgress): Promise<AfterCaseInvitationView[]> {
    return this.invitations.ofConnection(connection.id);
  }

  @Mutation(() => AfterCaseInvitationView, { description: 'For the parent of the connection alone. Errors MEETINGS.NOT_AFTERWARDS, MEETINGS.INVALID_LENGTH, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, DATE_IN_PAST.' })
  @Allow(Role.PARENT)
  async inviteAfterCase(@Args('input') input: InviteAfterCaseInput): Promise<AfterCaseInvitationView> {
    return this.invitations.byId(await this.inviting.run(input));
  }

  @Mutation(() => AfterCaseInvitationView, { description: 'For a caregiver of the connection; a later answer counts. Errors MEETINGS.NOT_AFTERWARDS, MEETINGS.INVITATION_OVER, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN.' })
  @Allow(Role.CAREGIVER)
  async answerAfterCaseInvitation(@Args('input') input: AnswerAfterCaseInvitationInput): Promise<AfterCaseInvitationView> {
    return this.invitations.byId(await this.answering.run(input));
  }

  @Mutation(() => AfterCaseInvitationView, { description: 'For the parent of the connection. Errors MEETINGS.INVITATION_OVER, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT)
  async withdrawAfterCaseInvitation(@Args('input') input: WithdrawAfterCaseInvitationInput): Promise<AfterCaseInvitationView> {
    return this.invitations.byId(await this.withdrawing.run(input));
  }
}
