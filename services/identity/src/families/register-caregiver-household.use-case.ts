import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CaregiverKind } from './caregiver-household.entity.ts';
import { enterHousehold } from './enter-household.ts';

@InputType()
export class RegisterCaregiverHouseholdInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => CaregiverKind)
  kind!: CaregiverKind;

  @Field(() => Boolean, { description: 'Required of a foster parent; kin may be licensed or not.' })
  licensed!: boolean;

  @Field(() => [UUID], { description: 'One or two people.' })
  caregiverIds!: Id<'Person'>[];
}

/** A home for children in care. Its people are caregivers of the program from then on, kin like foster parents (R23). */
@Injectable()
export class RegisterCaregiverHousehold {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RegisterCaregiverHouseholdInput): Promise<Id<'CaregiverHousehold'>> {
    return this.db.once(input, async (tx) => (await enterHousehold(tx, input, this.clock.now())).id);
  }
}
