import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NOT_POSSIBLE } from '../contact/not-possible.ts';
import { AfterCaseInvitationStatus, type AfterCaseInvitation } from './after-case-invitation.entity.ts';

registerEnumType(AfterCaseInvitationStatus, { name: 'AfterCaseInvitationStatus', description: 'SUSPENDED: not possible at present.' });

@ObjectType('AfterCaseInvitation', { description: 'After the case: what the birth family asks the former caregivers to come to. For the two families alone, while both wish to stay in touch.' })
export class AfterCaseInvitationView {
  @Field(() => UUID)
  id!: Id<'AfterCaseInvitation'>;

  @Field(() => String)
  occasion!: string;

  @Field(() => String)
  place!: string;

  @Field(() => Instant)
  takesPlaceAt!: Temporal.Instant;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field(() => AfterCaseInvitationStatus)
  status!: `${AfterCaseInvitationStatus}`;

  @Field(() => String, { nullable: true, description: 'What there is to say about an invitation that is suspended.' })
  notice!: string | null;

  static from({ id, occasion, place, takesPlaceAt, minutes, status }: Row<AfterCaseInvitation>): AfterCaseInvitationView {
    return Object.assign(new AfterCaseInvitationView(), { id, occasion, place, takesPlaceAt, minutes, status, notice: status === 'SUSPENDED' ? NOT_POSSIBLE : null });
  }
}
