import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentGivenHow, ConsentItem, ConsentPurpose, RecipientRole, type Consent } from './consent.entity.ts';
import type { Standing } from './speaks-for.ts';

registerEnumType(ConsentItem, { name: 'ConsentItem', description: 'What a person may agree that somebody else has.' });
registerEnumType(ConsentPurpose, { name: 'ConsentPurpose', description: 'What for.' });
registerEnumType(ConsentGivenHow, { name: 'ConsentGivenHow', description: 'Neither is a signature; spoken is enough.' });
registerEnumType(RecipientRole, { name: 'ConsentRecipientRole', description: 'Everybody who is with the person in that role: on a family connection of theirs, or on the case, as long as they are.' });

@ObjectType('Consent', { description: 'One person agreed that a recipient has one item of theirs for one purpose. For the person, a parent of the child, their caseworker and coordinators.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ConsentView {
  @Field(() => UUID)
  id!: Id<'Consent'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => ConsentItem)
  item!: `${ConsentItem}`;

  @Field(() => ConsentPurpose)
  purpose!: `${ConsentPurpose}`;

  @Field(() => UUID, { nullable: true, description: 'One of the three recipients is named.' })
  recipientPersonId!: Id<'Person'> | null;

  @Field(() => RecipientRole, { nullable: true })
  recipientRole!: `${RecipientRole}` | null;

  @Field(() => UUID, { nullable: true })
  recipientPartnerId!: Id<'Partner'> | null;

  @Field(() => ConsentGivenHow)
  givenHow!: `${ConsentGivenHow}`;

  @Field(() => UUID, { nullable: true, description: 'Whose yes it is: the person’s own, or for a child a parent’s. For the person, whoever gave or recorded it, their caseworker and coordinators; empty for the other parent, where no parent is known, and where it was not kept.' })
  givenBy!: Id<'Person'> | null;

  @Field(() => UUID, { nullable: true, description: 'Who gave it, or the worker whom they told. For those who read `givenBy`.' })
  recordedBy!: Id<'Person'> | null;

  @Field(() => String, { nullable: true, description: 'How the family wishes it to be handled, in their own words.' })
  wish!: string | null;

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty until it is withdrawn, unless it was given for a time.' })
  to!: Temporal.Instant | null;

  /** One parent is told what the other agreed to for their child, and not who it was: the two may be strangers to each other. */
  static from(consent: Row<Consent>, reader: { readonly person: string | null; readonly standing: Standing }): ConsentView {
    const { id, personId, item, purpose, recipientPersonId, recipientRole, recipientPartnerId, givenHow, wish, from, to } = consent;
    const { givenBy = null, recordedBy } = consent;
    const told = reader.standing !== 'PARENT' || reader.person === givenBy || reader.person === recordedBy;
    const who = told ? { givenBy, recordedBy } : { givenBy: null, recordedBy: null };
    return Object.assign(new ConsentView(), { id, personId, item, purpose, recipientPersonId, recipientRole, recipientPartnerId, givenHow, wish, from, to, ...who });
  }
}

@ObjectType('SharedItem', { description: 'Something of a person that whoever asks may have at this moment, and how the family wishes it to be handled. It is for this reader alone: they cannot pass it on here.' })
export class SharedItemView {
  @Field(() => ConsentItem)
  item!: `${ConsentItem}`;

  @Field(() => ConsentPurpose)
  purpose!: `${ConsentPurpose}`;

  @Field(() => String, { nullable: true, description: 'In the family’s own words and language.' })
  wish!: string | null;
}
