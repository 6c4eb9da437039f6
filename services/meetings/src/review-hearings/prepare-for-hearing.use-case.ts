import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireOwnConnection } from '../agreements/own-connection.ts';
import { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { HearingPreparation } from './hearing-preparation.entity.ts';
import { tasksFor } from './hearing-tasks.ts';
import { knownHearing } from './known-hearing.ts';
import { noSuchTask } from './review-hearing.errors.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

@InputType()
export class TickHearingTaskInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => String, { description: 'One of your own list, `myPreparation`.' })
  key!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  done!: boolean;
}

@InputType()
export class BringStatementInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => UUID, { description: 'A shared statement whose wording both families have approved.' })
  statementId!: Id<'SharedStatement'>;
}

/** What those concerned do before a hearing: each for themselves, and both families together. */
@Injectable()
export class PrepareForHearing {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  tick({ hearingId, key, done }: TickHearingTaskInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      const { hearing, held } = await knownHearing(tx, hearingId, Role.PARENT, Role.CAREGIVER, Role.CASEWORKER);
      hearing.requirePlanned();
      if (!tasksFor(held).some((task) => task.key === key)) throw noSuchTask();
      const own = { hearingId, personId: actingPerson(tx) };
      (await tx.firstOr(HearingPreparation, own, () => HearingPreparation.begin(own.hearingId, own.personId))).tick(key, done);
      return hearingId;
    });
  }

  bringStatement({ hearingId, statementId }: BringStatementInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      await knownHearing(tx, hearingId, Role.PARENT, Role.CAREGIVER);
      await requireOwnConnection(tx, SharedStatement, statementId);
      const hearing = await tx.lock(ReviewHearing, hearingId);
      hearing.bring(await tx.lock(SharedStatement, statementId), this.clock.now());
      return hearingId;
    });
  }
}
