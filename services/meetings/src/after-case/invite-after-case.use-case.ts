import { Role } from '@fc/auth';
import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, askToTell, IdempotencyKey, Instant, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { lengthField } from '../scheduling/meeting-length.ts';
import { AfterCaseInvitation } from './after-case-invitation.entity.ts';
import { stayingInTouch } from './staying-in-touch.ts';

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

  @Field(() => Int, lengthField)
  minutes?: number | null;
}

/** The birth family invites the former caregivers. */
@Injectable()
export class InviteAfterCase {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run(input: InviteAfterCaseInput): Promise<Id<'AfterCaseInvitation'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.PARENT);
      const connection = await stayingInTouch(tx, input.connectionId);
      const invitation = AfterCaseInvitation.to(input, { invitedBy: actingPerson(tx), county: tx.context.county, now: this.clock.now() });
      await this.ledger.requireContact(tx, invitation.contact(connection)); // what one family has told the other cannot be taken back
      tx.add(invitation);
      askToTell(tx, MeetingsNotificationRequestedV1, connection.caregiverIds, { template: 'SOMETHING_TO_DECIDE', expiresAt: input.takesPlaceAt, contact: invitation.contact(connection) });
      return invitation.id;
    });
  }
}
