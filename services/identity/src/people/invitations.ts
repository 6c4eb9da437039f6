import { AccountLinkedV1 } from '@fc/contracts';
import { DomainError, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Account } from './account.entity.ts';
import { lockSurvivorOf } from './survivor.ts';

/** How somebody learns that they have an account. */
export enum InvitationState {
  /** The county had no mail server when the account was opened: a person tells them how to sign in. */
  BY_HAND = 'BY_HAND',
  /** The mail has still to leave. */
  WAITING = 'WAITING',
  SENT = 'SENT',
}

@InputType()
export class RepeatInvitationInput {
  @Field(() => UUID)
  personId!: Id<'Person'>;
}

/** The mail that invites people to choose how they sign in. The realm writes it, by the county's mail server. */
@Injectable()
export class Invitations {
  constructor(private readonly db: CountyDb) {}

  /** Null for whoever has no account. */
  stateOf(personId: Id<'Person'>): Promise<`${InvitationState}` | null> {
    return this.db.read(async (reader) => {
      const [account] = await reader.rows(Account, { personId }, { limit: 1 });
      if (!account) return null;
      if (account.invitedAt) return 'SENT';
      return account.invitedByMail ? 'WAITING' : 'BY_HAND';
    });
  }

  /** Sends it again: links end, and mail gets lost. Throws `IDENTITY.NO_ACCOUNT`, `IDENTITY.NO_MAIL_SERVER`. */
  repeat(input: RepeatInvitationInput): Promise<Id<'Person'>> {
    return this.db.transact(async (tx) => {
      const { id: personId } = await lockSurvivorOf(tx, input.personId);
      const account = await tx.first(Account, { personId });
      if (!account) throw new DomainError('IDENTITY.NO_ACCOUNT', 'This person has no account yet. Open one for them.');
      if (!tx.context.county.invitesByMail) throw new DomainError('IDENTITY.NO_MAIL_SERVER', 'This county sends no invitations by mail. Please tell the person yourself how to sign in.');
      account.inviteByMail();
      tx.emit(AccountLinkedV1, { personId, issuer: account.issuer, subject: account.subject });
      return personId;
    });
  }
}
