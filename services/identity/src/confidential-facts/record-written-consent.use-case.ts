import { Clock, notFound, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireSpeaksFor } from '../consents/speaks-for.ts';
import { recordsOf, survivorOf } from '../people/survivor.ts';
import { ConfidentialFact } from './confidential-fact.entity.ts';
import { WrittenConsent, type WrittenConsentSaid } from './written-consent.entity.ts';

@InputType()
export class RecordWrittenConsentInput implements WrittenConsentSaid {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'The patient.' })
  personId!: Id<'Person'>;

  @Field(() => String, { description: 'As it stands in the document.' })
  patientName!: string;

  @Field(() => String, { description: 'Who discloses: the program or the person who holds the records.' })
  disclosedBy!: string;

  @Field(() => UUID, { description: 'To whom: one person, named in the document.' })
  recipientPersonId!: Id<'Person'>;

  @Field(() => String, { description: 'What kind of information, and how much.' })
  information!: string;

  @Field(() => [UUID], { description: 'The facts recorded here that it covers.' })
  factIds!: Id<'ConfidentialFact'>[];

  @Field(() => String)
  purpose!: string;

  @Field(() => Boolean, { description: 'The document says that the patient may revoke it, and how.' })
  toldOfRightToRevoke!: boolean;

  @Field(() => LocalDate)
  signedOn!: Temporal.PlainDate;

  @Field(() => LocalDate, { description: 'The last day on which it holds.' })
  expiresOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'Where the signed document can be found.' })
  document!: string;
}

/** Keeps the fact of a consent that a patient has signed. */
@Injectable()
export class RecordWrittenConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: RecordWrittenConsentInput): Promise<Id<'WrittenConsent'>> {
    return this.db.once(input, async (tx) => {
      await requireSpeaksFor(tx, input.personId);
      const { id: personId } = await survivorOf(tx, input.personId);
      const { id: recipientPersonId } = await survivorOf(tx, input.recipientPersonId);
      const recordedBy = tx.context.actor.person as Id<'Person'>;
      // Only who holds a fact can say that it may be disclosed: for everybody else it is not there.
      const held = await tx.count(ConfidentialFact, { id: { $in: input.factIds }, personId: { $in: await recordsOf(tx, personId) }, $or: [{ personId: recordedBy }, { recordedBy }] });
      if (held < new Set(input.factIds).size) throw notFound('fact');
      const today = this.clock.now().toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate();
      const consent = WrittenConsent.record(await this.protection.keyFor(tx, personId), { ...input, personId, recipientPersonId }, { recordedBy, today });
      tx.add(consent);
      return consent.id;
    });
  }
}
