import { Role } from '@fc/auth';
import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, askToTell, IdempotencyKey, Instant, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { AfterCaseInvitation } from './after-case-invitation.entity.ts';
import { notAfterwards } from './after-case.errors.ts';

@InputType()
export class InviteAfterCaseInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String)
  occasion!: string;

  @Field(() => String)
  place!: string;

  @Field(() => Instant)
  takesPlaceAt!: Temporal.Instant;
}

@InputType()
export class AnswerAfterCaseInvitationInput {
  @Field(() => UUID)
  invitationId!: Id<'AfterCaseInvitation'>;

  @Field(() => Boolean)
  comes!: boolean;
}

@InputType()
export class WithdrawAfterCaseInvitationInput {
  @Field(() => UUID)
  invitationId!: Id<'AfterCaseInvitation'>;
}

/** The birth family invites, the former caregivers answer, and the invitation can be taken back at any time. */
@Injectable()
export class InviteAfterCase {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  invite(input: InviteAfterCaseInput): Promise<Id<'AfterCaseInvitation'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.PARENT);
      const connection = await stayingInTouch(tx, input.connectionId);
      const invitation = AfterCaseInvitation.to(input, actingPerson(tx), this.clock.now());
      await this.ledger.requireContact(tx, invitation.contact(connection)); // what one family has told the other cannot be taken back
      tx.add(invitation);
      askToTell(tx, MeetingsNotificationRequestedV1, connection.caregiverIds, { template: 'SOMETHING_TO_DECIDE', expiresAt: input.takesPlaceAt, contact: invitation.contact(connection) });
      return invitation.id;
    });
  }

  answer({ invitationId, comes }: AnswerAfterCaseInvitationInput): Promise<Id<'AfterCaseInvitation'>> {
    return this.db.transact(async (tx) => {
      const invitation = await getOnConnection(tx, AfterCaseInvitation, invitationId, Role.CAREGIVER);
      const connection = await stayingInTouch(tx, invitation.connectionId);
      if (comes) await this.ledger.requireContact(tx, invitation.contact(connection));
      (await tx.lock(AfterCaseInvitation, invitationId)).answer(comes, actingPerson(tx));
      return invitationId;
    });
  }

  withdraw({ invitationId }: WithdrawAfterCaseInvitationInput): Promise<Id<'AfterCaseInvitation'>> {
    return this.db.transact(async (tx) => {
      await getOnConnection(tx, AfterCaseInvitation, invitationId, Role.PARENT);
      (await tx.lock(AfterCaseInvitation, invitationId)).withdraw();
      return invitationId;
    });
  }
}

/** Locked, so that an end of it meanwhile waits and then finds the invitation. Throws `MEETINGS.NOT_AFTERWARDS`. */
async function stayingInTouch(tx: Transaction, connectionId: string): Promise<FamilyConnection> {
  const connection = await tx.lock(FamilyConnection, connectionId);
  if (!connection.closedAt || !connection.continuedAt) throw notAfterwards();
  return connection;
}
