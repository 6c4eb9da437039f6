import { PeopleUnmergedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { requireNotErased } from '../erasures/erase-person.ts';
import { lockBoth } from './merge-people.use-case.ts';
import { holdNamesAlone } from '../people/survivor.ts';
import { moveBack, shareProhibitions } from './move-back.ts';
import { PersonMerge } from './person-merge.entity.ts';
import { recordsNaming } from './said-since.ts';

@InputType()
export class UnmergePeopleInput {
  @Field(() => UUID)
  mergeId!: Id<'PersonMerge'>;
}

/** The two are two people after all: each holds again what was theirs. */
@Injectable()
export class UnmergePeople {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ mergeId }: UnmergePeopleInput): Promise<Id<'PersonMerge'>> {
    return this.db.transact(async (tx) => {
      const merge = await tx.lock(PersonMerge, mergeId);
      const { survivorId, duplicateId } = merge;
      await holdNamesAlone(tx);
      const [, duplicate] = await lockBoth(tx, survivorId, duplicateId);
      for (const personId of [survivorId, duplicateId]) await requireNotErased(tx, personId);
      const at = this.clock.now();
      merge.undo(tx.context.actor.person as Id<'Person'>, at);
      const since = (await recordsNaming(tx, survivorId)).filter(({ recordId }) => !merge.known.includes(recordId));
      await shareProhibitions(tx, since);
      duplicate.mergedIntoId = null;
      await tx.flush();
      merge.leaves([...since, ...(await moveBack(tx, merge, since, at))]);
      tx.emit(PeopleUnmergedV1, { mergeId, survivorId, duplicateId, unmergedAt: at.toString() });
      return mergeId;
    });
  }
}
