import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { ConfidentialFact } from './confidential-fact.entity.ts';
import type { WrittenConsent } from './written-consent.entity.ts';

/** The short notice of 42 CFR 2.32, which goes with every disclosure. */
export const REDISCLOSURE_NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

@ObjectType('WrittenConsent', { description: 'That a patient has consented in writing to the disclosure of facts which 42 CFR Part 2 protects. For the patient, who recorded it, and the recipient; for nobody else is there any.' })
@Directive('@key(fields: "id", resolvable: false)')
export class WrittenConsentView {
  @Field(() => UUID)
  id!: Id<'WrittenConsent'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => String)
  patientName!: string;

  @Field(() => String)
  disclosedBy!: string;

  @Field(() => UUID)
  recipientPersonId!: Id<'Person'>;

  @Field(() => String, { description: 'What kind, and how much.' })
  information!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => LocalDate)
  signedOn!: Temporal.PlainDate;

  @Field(() => LocalDate, { description: 'The last day on which it holds.' })
  expiresOn!: Temporal.PlainDate;

  @Field(() => Instant, { nullable: true, description: 'The patient may revoke it at any time; empty until then.' })
  revokedAt!: Temporal.Instant | null;

  @Field(() => String, { description: 'Where the signed document can be found.' })
  document!: string;

  @Field(() => String, { description: 'Goes with every disclosure.' })
  notice!: string;

  static from({ id, personId, patientName, disclosedBy, recipientPersonId, information, purpose, signedOn, expiresOn, revokedAt, document }: Row<WrittenConsent>): WrittenConsentView {
    return Object.assign(new WrittenConsentView(), { id, personId, patientName, disclosedBy, recipientPersonId, information, purpose, signedOn, expiresOn, revokedAt, document, notice: REDISCLOSURE_NOTICE });
  }
}

@ObjectType('ConfidentialFact', { description: 'Something that 42 CFR Part 2 protects. For the person, who recorded it, and whom a written consent names that holds at this moment; for nobody else is there any.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ConfidentialFactView {
  @Field(() => UUID)
  id!: Id<'ConfidentialFact'>;

  @Field(() => String, { description: 'Ends with the notice that goes with every disclosure, so that no client can leave it out.' })
  text!: string;

  @Field(() => WrittenConsentView, { nullable: true, description: 'A copy of the consent by which whoever asks has it; empty for the person and for who recorded it.' })
  consent!: WrittenConsentView | null;

  static from({ id, text }: Row<ConfidentialFact>, consent: Row<WrittenConsent> | null): ConfidentialFactView {
    return Object.assign(new ConfidentialFactView(), { id, text: `${text}\n\n${REDISCLOSURE_NOTICE}`, consent: consent && WrittenConsentView.from(consent) });
  }
}
