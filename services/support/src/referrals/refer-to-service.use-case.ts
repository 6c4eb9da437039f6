import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, sharesCircleWith, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { enrolledAs } from '../people/enrolled-person.entity.ts';
import { ResourceNeed, ResourceReferral } from './resource-referral.entity.ts';

@InputType()
export class ReferToServiceInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => String, { description: 'The community service, as it calls itself; up to 200 characters.' })
  serviceName!: string;

  @Field(() => ResourceNeed)
  need!: ResourceNeed;
}

/** Shows a person the way to a community service. */
@Injectable()
export class ReferToService {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ReferToServiceInput): Promise<Id<'ResourceReferral'>> {
    return this.db.once(input, async (tx) => {
      const personId = await enrolledAs(tx, input.personId);
      if (!(await sharesCircleWith(tx, personId))) throw notFound('enrolled person');
      const referredBy = tx.context.actor.person as Id<'Person'>; // the role that the resolver asks for is a person's
      const referral = ResourceReferral.make(personId, referredBy, input, this.clock.now());
      tx.add(referral);
      return referral.id;
    });
  }
}
