import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { takeOwnTurn } from '../projections/own-turn.ts';
import { HearingPreparation } from './hearing-preparation.entity.ts';
import { tasksFor } from './hearing-tasks.ts';
import { knownHearing } from './known-hearing.ts';
import { noSuchTask } from './review-hearing.errors.ts';

@InputType()
export class TickHearingTaskInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => String, { description: 'One of your own list, `myPreparation`.' })
  key!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  done!: boolean;
}

/** Somebody whom a hearing concerns prepares for it, for themselves alone. */
@Injectable()
export class TickHearingTask {
  constructor(private readonly db: CountyDb) {}

  run({ hearingId, key, done }: TickHearingTaskInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { hearing, held } = await knownHearing(tx, hearingId, Role.PARENT, Role.CAREGIVER, Role.CASEWORKER);
      hearing.requirePlanned();
      if (!tasksFor(held).some((task) => task.key === key)) throw noSuchTask();
      const own = { hearingId, personId: actingPerson(tx) };
      await takeOwnTurn(tx, { at: own.hearingId, person: own.personId });
      (await tx.firstOr(HearingPreparation, own, () => HearingPreparation.begin(own.hearingId, own.personId))).tick(key, done);
      return hearingId;
    });
  }
}
