import type { Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
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

@Injectable()
export class RegisterCaregiverHousehold {
  constructor(private readonly db: CountyDb) {}

  run(input: RegisterCaregiverHouseholdInput): Promise<Id<'CaregiverHousehold'>> {
    return this.db.once(input, async (tx) => {
      const household = CaregiverHousehold.register(input);
      for (const caregiver of household.caregiverIds) await tx.get(Person, caregiver);
      tx.add(household);
      return household.id;
    });
  }
}
