import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { AskLedger, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { AfterCaseInvitation } from './after-case-invitation.entity.ts';
import { stayingInTouch } from './staying-in-touch.ts';

@InputType()
export class AnswerAfterCaseInvitationInput {
  @Field(() => UUID)
  invitationId!: Id<'AfterCaseInvitation'>;

  @Field(() => Boolean)
  comes!: boolean;
}

/** The former caregivers answer; they can think again. */
@Injectable()
export class AnswerAfterCaseInvitation {
  constructor(
    private readonly db: CountyDb,
    private readonly ledger: AskLedger,
  ) {}

  run({ invitationId, comes }: AnswerAfterCaseInvitationInput): Promise<Id<'AfterCaseInvitation'>> {
    return this.db.transact(async (tx) => {
      const invitation = await getOnConnection(tx, AfterCaseInvitation, invitationId, Role.CAREGIVER);
      const connection = await stayingInTouch(tx, invitation.connectionId);
      if (comes) await this.ledger.requireContact(tx, invitation.contact(connection));
      (await tx.lock(AfterCaseInvitation, invitationId)).answer(comes, actingPerson(tx));
      return invitationId;
    });
  }
}
