import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { OpenStatementLink, OpenStatementLinkInput } from './open-statement-link.use-case.ts';
import { RevokeStatementLink, RevokeStatementLinkInput } from './revoke-statement-link.use-case.ts';
import { StatementLinkView } from './statement-link.view.ts';
import { StatementLinks } from './statement-links.query.ts';

@Resolver(() => ConnectionProgress)
export class StatementLinksResolver {
  constructor(
    private readonly links: StatementLinks,
    private readonly opening: OpenStatementLink,
    private readonly revoking: RevokeStatementLink,
  ) {}

  @ResolveField(() => [StatementLinkView], { nullable: true, description: 'To whom of the professionals without an account the two families handed what they say, oldest first; nothing for anybody else.' })
  @AllowSignedIn()
  statementLinks(@Parent() connection: ConnectionProgress): Promise<StatementLinkView[]> {
    return this.links.ofConnection(connection.id);
  }

  @Mutation(() => StatementLinkView, {
    description:
      'For a parent or a caregiver of the connection, once both sides have approved. From then on the words stand. The link works for 60 days, and is for the family to hand on. Sent again with the same key, it answers without the link. Errors MEETINGS.NOT_APPROVED, MEETINGS.CONNECTION_CLOSED, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async openStatementLink(@Args('input') input: OpenStatementLinkInput): Promise<StatementLinkView> {
    const { id, url } = await this.opening.run(input);
    return this.links.byId(id, url);
  }

  @Mutation(() => StatementLinkView, { description: 'For a parent or a caregiver of the connection, whoever opened it: the link opens nothing any more, at once.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async revokeStatementLink(@Args('input') input: RevokeStatementLinkInput): Promise<StatementLinkView> {
    return this.links.byId(await this.revoking.run(input));
  }
}
