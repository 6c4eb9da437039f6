import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { HomeDetails } from './home-details.entity.ts';

@ObjectType('HomeDetails', { description: 'What caregivers tell of their home. For the caregivers, those who see the county or work on the case as caseworker, and whom every caregiver of the home has allowed it.' })
export class HomeDetailsView {
  @Field(() => Int)
  peopleInHome!: number;

  @Field(() => String, { description: 'A part of town, never an address.' })
  neighbourhood!: string;

  static from({ peopleInHome, neighbourhood }: Row<HomeDetails>): HomeDetailsView {
    return Object.assign(new HomeDetailsView(), { peopleInHome, neighbourhood });
  }
}
