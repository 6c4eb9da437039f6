import { Clock, DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Partner } from '../partners/partner.entity.ts';
import { lockSurvivorOf, survivorOf } from '../people/survivor.ts';
import { Consent, ConsentGivenHow, ConsentItem, ConsentPurpose, recipientColumns, RecipientRole, type ConsentRecipient } from './consent.entity.ts';
import { sayGiven } from './say-consent.ts';
import { requireSpeaksFor } from './speaks-for.ts';

@InputType()
export class RecordConsentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'Who agrees.' })
  personId!: Id<'Person'>;

  @Field(() => ConsentItem)
  item!: ConsentItem;

  @Field(() => ConsentPurpose, { defaultValue: ConsentPurpose.FAMILY_CONTACT })
  purpose!: ConsentPurpose;

  @Field(() => UUID, { nullable: true, description: 'Who may have it: exactly one of the three recipients, and nobody else.' })
  recipientPersonId?: Id<'Person'> | null;

  @Field(() => RecipientRole, { nullable: true, description: 'Everybody around the person in that role.' })
  recipientRole?: RecipientRole | null;

  @Field(() => UUID, { nullable: true, description: 'An organisation that is registered as a partner.' })
  recipientPartnerId?: Id<'Partner'> | null;

  @Field(() => ConsentGivenHow)
  givenHow!: ConsentGivenHow;

  @Field(() => String, { nullable: true, description: 'How the family wishes it to be handled, in their own words and language; up to 300 characters. The recipient reads it with the item.' })
  wish?: string | null;

  @Field(() => Instant, { nullable: true, description: 'Now, when left out.' })
  from?: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Until it is withdrawn, when left out.' })
  to?: Temporal.Instant | null;
}

/** Somebody agrees that a recipient may have something of theirs; spoken is enough. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordConsentInput): Promise<Id<'Consent'>> {
    return this.db.once(input, async (tx) => {
      const { item, purpose, givenHow, wish = null, to = null } = input;
      await requireSpeaksFor(tx, input.personId);
      const { id: personId } = await lockSurvivorOf(tx, input.personId); // so that two do not record the same at the same time
      const recipient = await knownRecipient(tx, input);
      const from = input.from ?? this.clock.now();
      const known = await tx.find(Consent, { personId, item, purpose, ...recipientColumns(recipient), $or: [{ to: null }, { to: { $gt: from } }] });
      if (known.length > 0) throw new DomainError('IDENTITY.CONSENT_ALREADY_GIVEN', 'This person has agreed to this already.');
      const consent = Consent.give({ personId, item, purpose, recipient, givenHow, wish, recordedBy: tx.context.actor.person as Id<'Person'>, from, to });
      tx.add(consent);
      sayGiven(tx, consent);
      return consent.id;
    });
  }
}

/** The one recipient, who must exist. Throws `IDENTITY.ONE_RECIPIENT`, `NOT_FOUND`. */
async function knownRecipient(tx: Transaction, { recipientPersonId, recipientRole, recipientPartnerId }: RecordConsentInput): Promise<ConsentRecipient> {
  if ([recipientPersonId, recipientRole, recipientPartnerId].filter(Boolean).length !== 1) throw new DomainError('IDENTITY.ONE_RECIPIENT', 'Say who may have it: one person, one role or one organisation.');
  if (recipientPersonId) return { personId: (await survivorOf(tx, recipientPersonId)).id };
  if (recipientPartnerId) return { partnerId: (await tx.get(Partner, recipientPartnerId)).id };
  return { role: recipientRole! }; // one of the three is there
}
