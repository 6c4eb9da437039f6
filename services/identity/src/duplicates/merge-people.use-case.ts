import { PeopleMergedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, Protection, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { takeTurn } from '../legal-holds/held.ts';
import { Person } from '../people/person.entity.ts';
import { holdNamesAlone } from '../people/survivor.ts';
import { requireMayMerge } from './may-merge.ts';
import { moveToSurvivor } from './move-to-survivor.ts';
import { PersonMerge } from './person-merge.entity.ts';
import { recordsNaming } from './said-since.ts';

@InputType()
export class MergePeopleInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'The record that stays.' })
  survivorId!: Id<'Person'>;

  @Field(() => UUID, { description: 'The record that becomes another name for it.' })
  duplicateId!: Id<'Person'>;

  @Field(() => String, { description: 'How it is known that they are one person; up to 500 characters.' })
  reason!: string;
}

/** Two records turned out to be of one person: what the one held is the other’s from now on. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  run(input: MergePeopleInput): Promise<Id<'PersonMerge'>> {
    return this.db.once(input, async (tx) => {
      const { survivorId, duplicateId, reason } = input;
      const at = this.clock.now();
      await takeTurn(tx); // no legal hold is placed meanwhile
      await holdNamesAlone(tx); // and nothing is said of every record of either
      const [survivor, duplicate] = await lockBoth(tx, survivorId, duplicateId);
      await requireMayMerge(tx, survivor, duplicate);
      duplicate.mergedIntoId = survivor.id;
      await tx.flush();
      const moved = await moveToSurvivor(tx, this.protection, { from: duplicate.id, to: survivor.id, at });
      await tx.flush();
      const known = (await recordsNaming(tx, survivor.id)).map(({ recordId }) => recordId);
      const merge = PersonMerge.of({ survivorId: survivor.id, duplicateId: duplicate.id, reason, moved, known, mergedBy: tx.context.actor.person as Id<'Person'>, mergedAt: at });
      tx.add(merge);
      tx.emit(PeopleMergedV1, { mergeId: merge.id, survivorId: survivor.id, duplicateId: duplicate.id, mergedAt: at.toString() });
      return merge.id;
    });
  }
}

/** Always in one order, so that two merges of the same people never wait for each other. */
export async function lockBoth(tx: Transaction, one: Id<'Person'>, other: Id<'Person'>): Promise<[Person, Person]> {
  const locked = new Map<string, Person>();
  for (const id of [one, other].sort()) locked.set(id, await tx.lock(Person, id));
  return [locked.get(one)!, locked.get(other)!]; // both were locked just now
}
