import { Clock, type Id } from '@fc/domain-kernel';
import { hashOfLink, IdempotencyKey, LinkTokens, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireOwnConnection } from '../agreements/own-connection.ts';
import { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { guideMember, requireGoesOn } from '../guide/guide-member.ts';
import { StatementLink } from './statement-link.entity.ts';

@InputType()
export class OpenStatementLinkInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'A statement whose wording both families have approved.' })
  statementId!: Id<'SharedStatement'>;

  @Field(() => String, { description: 'Whom it is for, as you call them; up to 200 characters. The other family reads it as far as you may tell each other something.' })
  forWhom!: string;
}

/** One of the two families takes a link to what both have approved, and hands it to a professional who has no account. */
@Injectable()
export class OpenStatementLink {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly tokens: LinkTokens,
  ) {}

  /** Answers the link too; null when this was asked before, since of that link only the hash is kept. */
  async run(input: OpenStatementLinkInput): Promise<{ id: Id<'StatementLink'>; url: string | null }> {
    let url: string | null = null;
    const id = await this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { connectionId } = await requireOwnConnection(tx, SharedStatement, input.statementId);
      const { person: openedBy, connection } = await guideMember(tx, connectionId);
      requireGoesOn(connection);
      (await tx.lock(SharedStatement, input.statementId)).goOut(now);
      const { county } = tx.context;
      const token = this.tokens.make(county);
      const link = StatementLink.open({ county: county.slug, connectionId, statementId: input.statementId, forWhom: input.forWhom, openedBy }, hashOfLink(token), now);
      tx.add(link);
      url = this.tokens.urlOf('statement', token);
      return link.id;
    });
    return { id, url };
  }
}
