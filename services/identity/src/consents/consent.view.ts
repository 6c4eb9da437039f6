import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentGivenHow, ConsentItem, type Consent } from './consent.entity.ts';

registerEnumType(ConsentItem, { name: 'ConsentItem', description: 'What a person may agree that one other person has.' });
registerEnumType(ConsentGivenHow, { name: 'ConsentGivenHow', description: 'Neither is a signature; spoken is enough.' });

@ObjectType('Consent', { description: 'One person agreed that one other has one item of theirs. For the person, their caseworker and coordinators.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ConsentView {
  @Field(() => UUID)
  id!: Id<'Consent'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => ConsentItem)
  item!: `${ConsentItem}`;

  @Field(() => UUID)
  recipientPersonId!: Id<'Person'>;

  @Field(() => ConsentGivenHow)
  givenHow!: `${ConsentGivenHow}`;

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty until it is withdrawn, unless it was given for a time.' })
  to!: Temporal.Instant | null;

  static from({ id, personId, item, recipientPersonId, givenHow, from, to }: Row<Consent>): ConsentView {
    return Object.assign(new ConsentView(), { id, personId, item, recipientPersonId, givenHow, from, to });
  }
}
