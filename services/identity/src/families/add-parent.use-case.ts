import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { Child } from './child.entity.ts';
import { sayKin } from './say-kin.ts';

@InputType()
export class AddParentInput {
  @Field(() => [UUID], { description: 'Siblings whose parent they are.' })
  childIds!: Id<'Child'>[];

  @Field(() => UUID, { description: 'A mother or a father, custodial or not.' })
  parentId!: Id<'Person'>;
}

/** A parent has become known who was not when the children were entered, such as a noncustodial father (R24, R25). */
@Injectable()
export class AddParent {
  constructor(private readonly db: CountyDb) {}

  run({ childIds, parentId }: AddParentInput): Promise<Id<'Child'>[]> {
    return this.db.transact(async (tx) => {
      const ids = await lockChildrenOfCase(tx, childIds);
      const { id } = await lockSurvivorOf(tx, parentId);
      for (const childId of ids) {
        (await tx.get(Child, childId)).addParent(id);
        sayKin(tx, childId, [id]);
      }
      return ids;
    });
  }
}
