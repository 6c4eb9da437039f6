import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { lockProfile } from './own-profile.ts';

@InputType()
export class SetMentorCapacityInput {
  @Field(() => UUID)
  profileId!: Id<'MentorProfile'>;

  @Field(() => Int, { description: 'Matches at a time: 1 to 20. A smaller one ends no match.' })
  capacity!: number;
}

@Injectable()
export class SetMentorCapacity {
  constructor(private readonly db: CountyDb) {}

  run({ profileId, capacity }: SetMentorCapacityInput): Promise<Id<'MentorProfile'>> {
    return this.db.transact(async (tx) => {
      const profile = await lockProfile(tx, profileId);
      profile.setCapacity(capacity);
      return profile.id;
    });
  }
}
