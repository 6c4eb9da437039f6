import { ConsentGivenV1 } from '@fc/contracts';
import { Clock, DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Person } from '../people/person.entity.ts';
import { Consent, ConsentGivenHow, ConsentItem } from './consent.entity.ts';
import { requireSpeaksFor } from './speaks-for.ts';

@InputType()
export class RecordConsentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'Who agrees.' })
  personId!: Id<'Person'>;

  @Field(() => ConsentItem)
  item!: ConsentItem;

  @Field(() => UUID, { description: 'Who may have it: this person and nobody else.' })
  recipientPersonId!: Id<'Person'>;

  @Field(() => ConsentGivenHow)
  givenHow!: ConsentGivenHow;

  @Field(() => Instant, { nullable: true, description: 'Now, when left out.' })
  from?: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Until it is withdrawn, when left out.' })
  to?: Temporal.Instant | null;
}

/** Somebody agrees that another person may have something of theirs; spoken is enough. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordConsentInput): Promise<Id<'Consent'>> {
    return this.db.once(input, async (tx) => {
      const { personId, item, recipientPersonId, givenHow, to = null } = input;
      await requireSpeaksFor(tx, personId);
      await tx.lock(Person, personId); // so that two do not record the same at the same time
      await tx.get(Person, recipientPersonId);
      const from = input.from ?? this.clock.now();
      const known = await tx.find(Consent, { personId, item, recipientPersonId, $or: [{ to: null }, { to: { $gt: from } }] });
      if (known.length > 0) throw new DomainError('IDENTITY.CONSENT_ALREADY_GIVEN', 'This person has agreed to this already.');
      const consent = Consent.give({ personId, item, recipientPersonId, givenHow, recordedBy: tx.context.actor.person as Id<'Person'>, from, to });
      tx.add(consent);
      tx.emit(ConsentGivenV1, { consentId: consent.id, personId, recipientPersonId, item, from: from.toString(), to: to?.toString() ?? null });
      return consent.id;
    });
  }
}
