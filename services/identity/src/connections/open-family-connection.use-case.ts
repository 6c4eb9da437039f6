import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { Child } from '../families/child.entity.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { moves } from '../placements/placement-type.ts';
import { Placement } from '../placements/placement.entity.ts';
import { openConnection } from './open-connection.ts';

@InputType()
export class OpenFamilyConnectionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  parentId!: Id<'Person'>;

  @Field(() => UUID, { description: 'The household where at least one child of this parent lives now.' })
  householdId!: Id<'CaregiverHousehold'>;
}

/** Opens the connection of a parent and the household where their children live now. From here on both are looked for a mentor. */
@Injectable()
export class OpenFamilyConnection {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: OpenFamilyConnectionInput): Promise<Id<'FamilyConnection'>> {
    return this.db.once(input, async (tx) => {
      const parent = await lockSurvivorOf(tx, input.parentId);
      const household = await tx.get(CaregiverHousehold, input.householdId);
      const placements = await tx.find(Placement, { householdId: household.id, endedAt: null, type: { $in: [...moves] } });
      const children = await tx.find(Child, { id: { $in: placements.map((placement) => placement.childId) }, parentIds: { $contains: [parent.id] } });
      const theirs = placements.filter((placement) => children.some((child) => child.id === placement.childId));
      if (theirs.length === 0) throw new DomainError('IDENTITY.NO_CHILD_TOGETHER', 'No child of this parent lives in this household at present.');
      return openConnection(tx, parent.id, household, theirs, this.clock.now()).id;
    });
  }
}
