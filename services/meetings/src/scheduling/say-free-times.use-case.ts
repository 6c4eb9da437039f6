import { Clock } from '@fc/domain-kernel';
import { HoursOfWeekInput } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FreeTimes } from './free-times.entity.ts';

@InputType()
export class MeetingHoursInput extends HoursOfWeekInput {}

@InputType()
export class SayFreeTimesInput {
  @Field(() => [MeetingHoursInput], { description: 'One to 28 parts of an ordinary week, on the clocks of the county. They take the place of what you said before.' })
  hours!: MeetingHoursInput[];

  @Field(() => Int, { nullable: true, description: 'How many minutes you need to a meeting, and as many back: 0 to 240. Left out: what the county counts.' })
  travelMinutes?: number | null;
}

/** Somebody says when they have time for meetings. */
@Injectable()
export class SayFreeTimes {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(said: SayFreeTimesInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const personId = actingPerson(tx);
      const known = await tx.first(FreeTimes, { personId });
      if (known) known.say(said, this.clock.now());
      else tx.add(FreeTimes.of(personId, said, this.clock.now()));
    });
  }
}
