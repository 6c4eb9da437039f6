import { VisitCancelledV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { VisitCancelReason } from './family-time-visit.entity.ts';
import { lockVisit } from './on-visit.ts';
import { tellThatItIsOff } from './tell-who-comes.ts';

@InputType()
export class CancelVisitInput {
  @Field(() => UUID)
  visitId!: Id<'FamilyTimeVisit'>;

  @Field(() => VisitCancelReason)
  reason!: VisitCancelReason;
}

@Injectable()
export class CancelVisit {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ visitId, reason }: CancelVisitInput): Promise<Id<'FamilyTimeVisit'>> {
    return this.db.transact(async (tx) => {
      const visit = await lockVisit(tx, visitId);
      visit.cancel(reason);
      const { planId, childId, parentId } = visit;
      tx.emit(VisitCancelledV1, { visitId: visit.id, planId, childId, parentId, cancelledAt: this.clock.now().toString() });
      tellThatItIsOff(tx, visit);
      return visit.id;
    });
  }
}
