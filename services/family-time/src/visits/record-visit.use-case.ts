import { VisitHeldV1, VisitMissedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { VisitAttendance } from './family-time-visit.entity.ts';
import { lockVisit } from './on-visit.ts';

@InputType()
export class RecordVisitInput {
  @Field(() => UUID)
  visitId!: Id<'FamilyTimeVisit'>;

  @Field(() => Instant, { description: 'When it began, or was to begin.' })
  heldAt!: Temporal.Instant;

  @Field(() => Int, { description: 'How long they had together, 5 to 1,440; counts for nothing when somebody did not come.' })
  minutes!: number;

  @Field(() => VisitAttendance)
  attendance!: VisitAttendance;
}

/** Says what became of a visit. */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ visitId, heldAt, minutes, attendance }: RecordVisitInput): Promise<Id<'FamilyTimeVisit'>> {
    return this.db.transact(async (tx) => {
      const visit = await lockVisit(tx, visitId);
      visit.record(attendance, heldAt, minutes, this.clock.now());
      const facts = { visitId: visit.id, planId: visit.planId, childId: visit.childId, parentId: visit.parentId };
      if (attendance === VisitAttendance.ATTENDED) tx.emit(VisitHeldV1, { ...facts, heldAt: heldAt.toString(), minutes, setting: visit.setting });
      else tx.emit(VisitMissedV1, { ...facts, absent: attendance === VisitAttendance.PARENT_ABSENT ? 'PARENT' : 'CHILD', missedAt: heldAt.toString() });
      return visit.id;
    });
  }
}
