import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CaseAssignment } from './case-assignment.entity.ts';
import { leaveCase } from './case-team.ts';

@InputType()
export class EndCaseAssignmentInput {
  @Field(() => UUID)
  assignmentId!: Id<'CaseAssignment'>;
}

/** Somebody no longer works on a child's case, and no longer sees the family through it. */
@Injectable()
export class EndCaseAssignment {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ assignmentId }: EndCaseAssignmentInput): Promise<Id<'CaseAssignment'>> {
    return this.db.transact(async (tx) => {
      leaveCase(tx, await tx.lock(CaseAssignment, assignmentId), this.clock.now());
      return assignmentId;
    });
  }
}
