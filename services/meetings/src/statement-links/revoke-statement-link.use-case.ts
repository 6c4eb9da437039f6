import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireOwnConnection } from '../agreements/own-connection.ts';
import { guideMember } from '../guide/guide-member.ts';
import { StatementLink } from './statement-link.entity.ts';

@InputType()
export class RevokeStatementLinkInput {
  @Field(() => UUID)
  linkId!: Id<'StatementLink'>;
}

/** Either of the two families ends a link at once, whoever of them opened it. */
@Injectable()
export class RevokeStatementLink {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ linkId }: RevokeStatementLinkInput): Promise<Id<'StatementLink'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await requireOwnConnection(tx, StatementLink, linkId);
      await guideMember(tx, connectionId);
      (await tx.lock(StatementLink, linkId)).revoke(this.clock.now());
      return linkId;
    });
  }
}
