import { Role } from '@fc/auth';
import { forbidden, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { maySeePerson } from '../case-assignments/on-case.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { HomeDetails } from './home-details.entity.ts';

@InputType()
export class DescribeHomeInput {
  @Field(() => UUID)
  householdId!: Id<'CaregiverHousehold'>;

  @Field(() => Int, { description: 'How many live there, 1 to 30.' })
  peopleInHome!: number;

  @Field(() => String, { description: 'A part of town, up to 100 characters. Not an address.' })
  neighbourhood!: string;
}

/** A caregiver describes their home. Nobody outside of the case reads it until they also agree to share it (R33). */
@Injectable()
export class DescribeHome {
  constructor(private readonly db: CountyDb) {}

  run({ householdId, ...said }: DescribeHomeInput): Promise<Id<'CaregiverHousehold'>> {
    return this.db.transact(async (tx) => {
      const { caregiverIds } = await tx.get(CaregiverHousehold, householdId);
      const { person, roles } = tx.context.actor;
      if (!caregiverIds.includes(person as Id<'Person'>) && !roles.includes(Role.COORDINATOR)) {
        for (const caregiver of caregiverIds) if (await maySeePerson(tx, caregiver)) throw forbidden('This is for the caregivers of this home.');
        throw notFound('caregiver household');
      }
      const known = await tx.first(HomeDetails, { id: householdId });
      known?.describe(said);
      if (!known) tx.add(HomeDetails.of(householdId, said));
      return householdId;
    });
  }
}
