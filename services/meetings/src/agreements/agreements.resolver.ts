import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { RelationshipAgreementView, SharedStatementView } from './agreement.view.ts';
import { Agreements } from './agreements.query.ts';
import { ProposeAgreement, ProposeAgreementInput } from './propose-agreement.use-case.ts';
import { ApproveSharedStatement, ApproveSharedStatementInput, SendSharedStatement, SendSharedStatementInput } from './send-shared-statement.use-case.ts';
import { AgreeToAgreement, AgreeToAgreementInput, KeepAgreement, KeepAgreementInput } from './settle-agreement.use-case.ts';
import { RewriteSharedStatement, RewriteSharedStatementInput, WriteSharedStatement, WriteSharedStatementInput } from './write-shared-statement.use-case.ts';

@Resolver(() => ConnectionProgress)
export class AgreementsResolver {
  constructor(
    private readonly agreements: Agreements,
    private readonly proposing: ProposeAgreement,
    private readonly agreeing: AgreeToAgreement,
    private readonly keeping: KeepAgreement,
    private readonly writing: WriteSharedStatement,
    private readonly rewriting: RewriteSharedStatement,
    private readonly approving: ApproveSharedStatement,
    private readonly sending: SendSharedStatement,
  ) {}

  @ResolveField(() => [RelationshipAgreementView], { nullable: true, description: 'Every revision, the newest first, for the two families; nothing for anybody else.' })
  @AllowSignedIn()
  relationshipAgreements(@Parent() connection: ConnectionProgress): Promise<RelationshipAgreementView[]> {
    return this.agreements.ofConnection(connection.id);
  }

  @ResolveField(() => [SharedStatementView], { nullable: true, description: 'Oldest first: all for the two families, and what went to them for professionals on the connection.' })
  @AllowSignedIn()
  sharedStatements(@Parent() connection: ConnectionProgress): Promise<SharedStatementView[]> {
    return this.agreements.statementsOf(connection.id);
  }

  @Mutation(() => RelationshipAgreementView, { description: 'For a parent or a caregiver of the connection. Errors MEETINGS.NO_POINTS, MEETINGS.REVIEW_DAY, INVALID_HOURS, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE, CHANGED_MEANWHILE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async proposeAgreement(@Args('input') input: ProposeAgreementInput): Promise<RelationshipAgreementView> {
    return this.agreements.agreement(await this.proposing.run(input));
  }

  @Mutation(() => RelationshipAgreementView, { description: 'For the other family than the one that proposed it. Errors MEETINGS.OWN_PROPOSAL, MEETINGS.ALREADY_AGREED, MEETINGS.PROPOSED_ANEW, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async agreeToAgreement(@Args('input') input: AgreeToAgreementInput): Promise<RelationshipAgreementView> {
    return this.agreements.agreement(await this.agreeing.run(input));
  }

  @Mutation(() => RelationshipAgreementView, { description: 'You have looked at it again and keep it as it is. To change it, propose anew. Errors MEETINGS.NOT_AGREED, MEETINGS.PROPOSED_ANEW, MEETINGS.REVIEW_DAY, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async keepAgreement(@Args('input') input: KeepAgreementInput): Promise<RelationshipAgreementView> {
    return this.agreements.agreement(await this.keeping.run(input));
  }

  @Mutation(() => SharedStatementView, { description: 'For a parent or a caregiver of the connection, who approves it for their own side by it. Errors MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async writeSharedStatement(@Args('input') input: WriteSharedStatementInput): Promise<SharedStatementView> {
    return this.agreements.statement(await this.writing.run(input));
  }

  @Mutation(() => SharedStatementView, { description: 'Other words, which both approve anew. Errors MEETINGS.ALREADY_SENT, CHANGED_MEANWHILE, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async rewriteSharedStatement(@Args('input') input: RewriteSharedStatementInput): Promise<SharedStatementView> {
    return this.agreements.statement(await this.rewriting.run(input));
  }

  @Mutation(() => SharedStatementView, { description: 'For a parent or a caregiver of the connection, each for their own side. Errors MEETINGS.ALREADY_SENT, CHANGED_MEANWHILE, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async approveSharedStatement(@Args('input') input: ApproveSharedStatementInput): Promise<SharedStatementView> {
    return this.agreements.statement(await this.approving.run(input));
  }

  @Mutation(() => SharedStatementView, { description: 'For a parent or a caregiver of the connection, once both sides have approved. Errors MEETINGS.NOT_APPROVED, MEETINGS.NOT_A_PROFESSIONAL, MEETINGS.ALREADY_SENT, MEETINGS.CONNECTION_CLOSED.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async sendSharedStatement(@Args('input') input: SendSharedStatementInput): Promise<SharedStatementView> {
    return this.agreements.statement(await this.sending.run(input));
  }
}
