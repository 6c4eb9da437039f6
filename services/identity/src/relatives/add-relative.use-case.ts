import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockChildrenOfCase } from '../case-assignments/on-case.ts';
import { sayKin } from '../families/say-kin.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { Kinship } from './kinship.ts';
import { Relative } from './relative.entity.ts';

@InputType()
export class AddRelativeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => [UUID], { description: 'Siblings to whom they are the same; each gets a record of their own.' })
  childIds!: Id<'Child'>[];

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => Kinship)
  kinship!: Kinship;

  @Field(() => UUID, { nullable: true, description: 'Who they are in the program, where they are.' })
  personId?: Id<'Person'> | null;
}

/** A relative of the children has been found, or somebody who is like one to them. */
@Injectable()
export class AddRelative {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: AddRelativeInput): Promise<Id<'Relative'>[]> {
    return this.db.onceAll(input, async (tx) => {
      const childIds = await lockChildrenOfCase(tx, input.childIds);
      const { givenName, familyName, kinship } = input;
      const personId = input.personId ? (await lockSurvivorOf(tx, input.personId)).id : null;
      const found = { givenName, familyName, kinship, personId, foundAt: this.clock.now(), recordedBy: tx.context.actor.person as Id<'Person'> };
      const relatives = childIds.map((childId) => Relative.found(childId, found));
      tx.add(...relatives);
      if (personId) for (const childId of childIds) sayKin(tx, childId, [personId]);
      return relatives.map((relative) => relative.id);
    });
  }
}
