import { PeopleMergedV1, PeopleUnmergedV1, type EventOf } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { EnrolledPerson } from './enrolled-person.entity.ts';

/** Remembers whose record another turned out to be. What was recorded under either stays where it is, so that nothing has to be moved back. */
@Consumer()
export class WhenPeopleMerged {
  constructor(private readonly db: CountyDb) {}

  @On(PeopleMergedV1)
  merged({ data: { duplicateId, survivorId } }: EventOf<typeof PeopleMergedV1>): Promise<void> {
    return this.#name(duplicateId, survivorId);
  }

  @On(PeopleUnmergedV1)
  unmerged({ data: { duplicateId } }: EventOf<typeof PeopleUnmergedV1>): Promise<void> {
    return this.#name(duplicateId, null);
  }

  async #name(duplicateId: Id<'Person'>, mergedIntoId: Id<'Person'> | null): Promise<void> {
    await this.db.transact(async (tx) => {
      const duplicate = await tx.firstOr(EnrolledPerson, { id: duplicateId }, () => EnrolledPerson.of(duplicateId));
      duplicate.mergedIntoId = mergedIntoId;
    });
  }
}
