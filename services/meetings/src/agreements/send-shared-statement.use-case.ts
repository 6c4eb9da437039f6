import { Role, type RoleName } from '@fc/auth';
import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { askToTell, UUID } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { guideMember, requireGoesOn, requireMayTell } from '../guide/guide-member.ts';
import { notAProfessional } from './agreement.errors.ts';
import { requireOwnConnection } from './own-connection.ts';
import { SharedStatement } from './shared-statement.entity.ts';

@InputType()
export class ApproveSharedStatementInput {
  @Field(() => UUID)
  statementId!: Id<'SharedStatement'>;

  @Field(() => Int, { description: 'The wording that you have read.' })
  wording!: number;
}

@InputType()
export class SendSharedStatementInput {
  @Field(() => UUID)
  statementId!: Id<'SharedStatement'>;

  @Field(() => [UUID], { description: 'Professionals on the connection; only those named here read it.' })
  recipientIds!: Id<'Person'>[];
}

const professionals: readonly RoleName[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR];

/** One of the two families says yes to a wording. */
@Injectable()
export class ApproveSharedStatement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ statementId, wording }: ApproveSharedStatementInput): Promise<Id<'SharedStatement'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await requireOwnConnection(tx, SharedStatement, statementId);
      const { side, connection } = await guideMember(tx, connectionId);
      await requireMayTell(tx, connection, this.clock.now());
      (await tx.lock(SharedStatement, statementId)).approve(wording, side, this.clock.now());
      return statementId;
    });
  }
}

/** How long it is news for a professional, in hours. */
const newsFor = 14 * 24;

/** What both have approved goes to the professionals whom they name; they are told that there is something for them. */
@Injectable()
export class SendSharedStatement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ statementId, recipientIds }: SendSharedStatementInput): Promise<Id<'SharedStatement'>> {
    return this.db.transact(async (tx) => {
      const { connectionId } = await requireOwnConnection(tx, SharedStatement, statementId);
      requireGoesOn((await guideMember(tx, connectionId)).connection);
      await requireProfessionals(tx, connectionId, recipientIds);
      const now = this.clock.now();
      const statement = await tx.lock(SharedStatement, statementId);
      statement.send(recipientIds, now);
      askToTell(tx, MeetingsNotificationRequestedV1, statement.recipientIds, { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }) });
      return statementId;
    });
  }
}

async function requireProfessionals(reader: Reader, connectionId: Id<'FamilyConnection'>, people: readonly Id<'Person'>[]): Promise<void> {
  const rows = await reader.sql<{ person_id: string }>(`select distinct person_id from circle_member where connection_id = ? and role = any (string_to_array(?, ','))`, [connectionId, professionals.join()]);
  const known = new Set(rows.map((row) => row.person_id));
  if (people.length === 0 || people.some((person) => !known.has(person))) throw notAProfessional();
}
