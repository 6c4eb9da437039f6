import { CasePlanLimitSetV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, make } from '@fc/tenancy';
import { Module } from '@nestjs/common';
import { CasePlanLimit } from './case-plan-limit.entity.ts';

/** Keeps what the case plan sets for the contact of a family. */
@Consumer()
export class WhenCasePlanLimitSet {
  constructor(private readonly db: CountyDb) {}

  @On(CasePlanLimitSetV1)
  async handle({ data }: EventOf<typeof CasePlanLimitSetV1>): Promise<void> {
    const { limitId: id, childId, personId, from } = data;
    await this.db.transact(async (tx) => {
      const unknown = { channels: [], timesPerWeek: null, supervision: null, from: Temporal.Instant.from(from), until: null, revision: 0 };
      const limit = await tx.firstOr(CasePlanLimit, { id }, () => make(CasePlanLimit, { id, childId, personId, ...unknown }));
      limit.take(data);
    });
  }
}

/** For a service in which contact of a family is planned. */
@Module({ controllers: [WhenCasePlanLimitSet] })
export class CasePlanLimitsModule {}
