import { Clock, DomainError, Temporal, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Partner } from '../partners/partner.entity.ts';
import { lockSurvivorOf, survivorOf } from '../people/survivor.ts';
import { Consent, ConsentGivenHow, ConsentItem, ConsentPurpose, RecipientRole, type ConsentRecipient } from './consent.entity.ts';
import { sayGiven, sayWithdrawn } from './say-consent.ts';
import { requireSpeaksFor } from './speaks-for.ts';
import { whoseYes } from './whose-yes.ts';

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

  @Field(() => UUID, { nullable: true, description: 'Whose yes it is. For a child a worker names the parent who agreed, or a child who is old enough to have a view of their own; families leave it out, since everybody records their own word, and so does whoever records an adult’s.' })
  givenBy?: Id<'Person'> | null;

  @Field(() => String, { nullable: true, description: 'How the family wishes it to be handled, in their own words and language; up to 300 characters. The recipient reads it with the item.' })
  wish?: string | null;

  @Field(() => Instant, { nullable: true, description: 'Now, when left out.' })
  from?: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Until it is withdrawn, when left out.' })
  to?: Temporal.Instant | null;
}

/** Somebody agrees that a recipient may have something of theirs; spoken is enough. What they said of the same before ends. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordConsentInput): Promise<Id<'Consent'>> {
    return this.db.once(input, async (tx) => {
      const { item, purpose, givenHow, wish = null, to = null } = input;
      const standing = await requireSpeaksFor(tx, input.personId);
      const { id: personId } = await lockSurvivorOf(tx, input.personId); // so that two do not record the same at the same time
      const recipient = await knownRecipient(tx, input);
      const now = this.clock.now();
      const givenBy = await whoseYes(tx, { personId, named: input.givenBy ?? null, standing, at: now });
      const consent = Consent.give({ personId, item, purpose, recipient, givenHow, wish, givenBy, recordedBy: tx.context.actor.person as Id<'Person'>, from: input.from ?? now, to });
      await endEarlier(tx, consent, now);
      tx.add(consent);
      sayGiven(tx, consent);
      return consent.id;
    });
  }
}

/**
 * Whoever says it again is not refused: a prohibition may have stood in between, after which the earlier word counts no more, and
 * nothing may tell that it did.
 */
async function endEarlier(tx: Transaction, consent: Consent, now: Temporal.Instant): Promise<void> {
  const { personId, item, purpose, recipientPersonId = null, recipientRole = null, recipientPartnerId = null, from, to = null } = consent;
  const at = Temporal.Instant.compare(from, now) > 0 ? from : now;
  if (to && Temporal.Instant.compare(to, at) <= 0) return; // what was agreed for a time that is over ends nothing
  for (const earlier of await tx.find(Consent, { personId, item, purpose, recipientPersonId, recipientRole, recipientPartnerId, $or: [{ to: null }, { to: { $gt: at } }] })) {
    earlier.withdraw(at);
    sayWithdrawn(tx, earlier, at);
  }
}

/** The one recipient, who must exist. Throws `IDENTITY.ONE_RECIPIENT`, `NOT_FOUND`. */
async function knownRecipient(tx: Transaction, { recipientPersonId, recipientRole, recipientPartnerId }: RecordConsentInput): Promise<ConsentRecipient> {
  if ([recipientPersonId, recipientRole, recipientPartnerId].filter(Boolean).length !== 1) throw new DomainError('IDENTITY.ONE_RECIPIENT', 'Say who may have it: one person, one role or one organisation.');
  if (recipientPersonId) return { personId: (await survivorOf(tx, recipientPersonId)).id };
  if (recipientPartnerId) return { partnerId: (await tx.get(Partner, recipientPartnerId)).id };
  return { role: recipientRole! }; // one of the three is there
}
