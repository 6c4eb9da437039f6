import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { grantUnlessHeld } from '../people/holding-roles.ts';
import { Person } from '../people/person.entity.ts';
import { CaregiverHousehold, CaregiverKind } from './caregiver-household.entity.ts';

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
    return this.db.once(input, async (tx) => {
      const household = CaregiverHousehold.register(input);
      for (const caregiver of household.caregiverIds) {
        await tx.get(Person, caregiver);
        await grantUnlessHeld(tx, caregiver, Role.CAREGIVER, this.clock.now());
      }
      tx.add(household);
      return household.id;
    });
  }
}
