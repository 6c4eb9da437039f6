import { PersonProfileChangedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { EnrolledPerson } from './enrolled-person.entity.ts';

/** A person's first profile says that there is such a person. */
@Consumer()
export class WhenPersonProfileChanged {
  constructor(private readonly db: CountyDb) {}

  @On(PersonProfileChangedV1)
  async handle({ data: { personId } }: EventOf<typeof PersonProfileChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      await tx.firstOr(EnrolledPerson, { id: personId }, () => EnrolledPerson.of(personId));
    });
  }
}
