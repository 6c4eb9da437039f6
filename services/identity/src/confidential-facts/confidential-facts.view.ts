import { Guarded, GuardedField, type Principal } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { ConfidentialFact } from './confidential-fact.entity.ts';
import { readsConsent, readsFact } from './part-two-readers.ts';
import { REDISCLOSURE_NOTICE } from './redisclosure-notice.ts';
import type { ConsentElements, WrittenConsent } from './written-consent.entity.ts';

@ObjectType('WrittenConsent', { description: 'That a patient has consented in writing to the disclosure of facts which 42 CFR Part 2 protects. For the patient, who recorded it, and the recipient; for nobody else is there any.' })
@Directive('@key(fields: "id", resolvable: false)')
export class WrittenConsentView {
  @Field(() => UUID)
  id!: Id<'WrittenConsent'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @GuardedField(() => String)
  patientName!: Guarded<string>;

  @GuardedField(() => String)
  disclosedBy!: Guarded<string>;

  @Field(() => UUID)
  recipientPersonId!: Id<'Person'>;

  @GuardedField(() => String, { description: 'What kind, and how much.' })
  information!: Guarded<string>;

  @GuardedField(() => String)
  purpose!: Guarded<string>;

  @Field(() => LocalDate)
  signedOn!: Temporal.PlainDate;

  @Field(() => LocalDate, { description: 'The last day on which it holds.' })
  expiresOn!: Temporal.PlainDate;

  @Field(() => Instant, { nullable: true, description: 'The patient may revoke it at any time; empty until then.' })
  revokedAt!: Temporal.Instant | null;

  @GuardedField(() => String, { description: 'Where the signed document can be found.' })
  document!: Guarded<string>;

  @Field(() => String, { description: 'Goes with every disclosure.' })
  notice!: string;

  static from(consent: Row<WrittenConsent>, elements: ConsentElements): WrittenConsentView {
    const { id, personId, recipientPersonId, signedOn, expiresOn, revokedAt } = consent;
    const words = Object.fromEntries(Object.entries(elements).map(([field, text]) => [field, Guarded.of(text, (reader: Principal) => readsConsent(reader.person, consent))]));
    return Object.assign(new WrittenConsentView(), { id, personId, recipientPersonId, signedOn, expiresOn, revokedAt, ...words, notice: REDISCLOSURE_NOTICE });
  }
}

@ObjectType('ConfidentialFact', { description: 'Something that 42 CFR Part 2 protects. For the person, who recorded it, and whom a written consent names that holds at this moment; for nobody else is there any.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ConfidentialFactView {
  @Field(() => UUID)
  id!: Id<'ConfidentialFact'>;

  @GuardedField(() => String, { description: 'Ends with the notice that goes with every disclosure, so that no client can leave it out.' })
  text!: Guarded<string>;

  @Field(() => WrittenConsentView, { nullable: true, description: 'A copy of the consent by which whoever asks has it; empty for the person and for who recorded it.' })
  consent!: WrittenConsentView | null;

  /** `consent`: the one by which it is disclosed; null to those who need none. */
  static from(fact: Row<ConfidentialFact>, text: string, consent: { readonly row: Row<WrittenConsent>; readonly elements: ConsentElements } | null): ConfidentialFactView {
    const told = Guarded.of(`${text}\n\n${REDISCLOSURE_NOTICE}`, (reader) => readsFact(reader.person, fact, consent?.row ?? null));
    return Object.assign(new ConfidentialFactView(), { id: fact.id, text: told, consent: consent && WrittenConsentView.from(consent.row, consent.elements) });
  }
}
