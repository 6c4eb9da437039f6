import { Clock, DomainError, requireText, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Relative } from '../relatives/relative.entity.ts';
import { Erasure } from './erasure.entity.ts';
import { requireNotErased } from './erase-person.ts';

@InputType()
export class RequestRelativeErasureInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  relativeId!: Id<'Relative'>;

  @Field(() => String, { description: 'Why, up to 300 characters; it goes with the name.' })
  reason!: string;
}

/** The first of two people says that a relative who is known by name alone is to be forgotten. */
@Injectable()
export class RequestRelativeErasure {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RequestRelativeErasureInput): Promise<Id<'Erasure'>> {
    return this.db.once(input, async (tx) => {
      const { id, personId } = await tx.lock(Relative, input.relativeId);
      if (personId) throw new DomainError('IDENTITY.RELATIVE_IS_PERSON', 'This relative has a record of their own in the program. Ask for the erasure of that person.');
      const subject = id as string as Id<'Person'>; // an erasure names whoever it is about by one id
      await requireNotErased(tx, subject);
      const reason = requireText(input.reason, { field: 'The reason', max: 300 });
      const erasure = Erasure.request(subject, tx.context.actor.person as Id<'Person'>, this.clock.now(), reason);
      tx.add(erasure);
      return erasure.id;
    });
  }
}
