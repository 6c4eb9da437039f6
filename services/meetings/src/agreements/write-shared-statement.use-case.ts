import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { guideMember, otherSide, requireMayTell, type GuideMember } from '../guide/guide-member.ts';
import { peopleOn } from '../projections/family-connection.entity.ts';
import { requireOwnConnection } from './own-connection.ts';
import { SharedStatement } from './shared-statement.entity.ts';

@InputType()
export class WriteSharedStatementInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String)
  text!: string;
}

@InputType()
export class RewriteSharedStatementInput {
  @Field(() => UUID)
  statementId!: Id<'SharedStatement'>;

  @Field(() => Int, { description: 'The wording that you have read.' })
  wording!: number;

  @Field(() => String)
  text!: string;
}

/** How long such a question is news, in hours. */
const newsFor = 7 * 24;

/** One of the two families writes what both are to say. */
@Injectable()
export class WriteSharedStatement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: WriteSharedStatementInput): Promise<Id<'SharedStatement'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const member = await guideMember(tx, input.connectionId);
      await requireMayTell(tx, member.connection, now);
      const statement = SharedStatement.write(member.connection.id, input.text, member, now);
      tx.add(statement);
      askTheOthers(tx, member, now);
      return statement.id;
    });
  }
}

/** Finds other words before it has gone out; both families approve them anew. */
@Injectable()
export class RewriteSharedStatement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ statementId, wording, text }: RewriteSharedStatementInput): Promise<Id<'SharedStatement'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { connectionId } = await requireOwnConnection(tx, SharedStatement, statementId);
      const member = await guideMember(tx, connectionId);
      await requireMayTell(tx, member.connection, now);
      (await tx.lock(SharedStatement, statementId)).rewrite(text, wording, member, now);
      askTheOthers(tx, member, now);
      return statementId;
    });
  }
}

function askTheOthers(tx: Transaction, { side, connection }: GuideMember, now: Temporal.Instant): void {
  askToTell(tx, MeetingsNotificationRequestedV1, peopleOn(otherSide(side), connection), { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }), contact: connection.contact('MESSAGE', now) });
}
