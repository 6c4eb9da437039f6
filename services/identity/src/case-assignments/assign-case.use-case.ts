import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Child } from '../families/child.entity.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { CaseRole } from './case-role.ts';
import { assign } from './case-team.ts';

@InputType()
export class AssignCaseInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings of one case; each gets an assignment of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => CaseRole, { description: 'One that the person holds in the county.' })
  role!: CaseRole;
}

/** Somebody begins to work on children's cases, and sees their families from then on. */
@Injectable()
export class AssignCase {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: AssignCaseInput): Promise<Id<'CaseAssignment'>[]> {
    return this.db.onceAll(input, async (tx) => {
      const { personId, role } = input;
      const childIds = [...new Set(input.childIds)];
      if (childIds.length === 0) throw new DomainError('IDENTITY.NO_CHILD', 'Name at least one child.');
      const person = await lockSurvivorOf(tx, personId);
      for (const childId of childIds) await tx.get(Child, childId);
      return (await assign(tx, childIds, person.id, role, this.clock.now())).map(({ id }) => id);
    });
  }
}
