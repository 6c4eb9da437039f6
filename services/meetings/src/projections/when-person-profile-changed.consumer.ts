import { PersonProfileChangedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { SpokenLanguages } from './spoken-languages.entity.ts';

@Consumer()
export class WhenPersonProfileChanged {
  constructor(private readonly db: CountyDb) {}

  @On(PersonProfileChangedV1)
  async handle({ data: { personId, version, ...spoken } }: EventOf<typeof PersonProfileChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const person = await tx.firstOr(SpokenLanguages, { personId }, () => SpokenLanguages.of(personId));
      person.speak(spoken, version);
    });
  }
}
