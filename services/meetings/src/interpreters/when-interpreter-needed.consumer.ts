import { PersonProfileChangedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';

/** Keeps who needs an interpreter. Where nothing is said of it, nothing changes. */
@Consumer()
export class WhenInterpreterNeeded {
  constructor(private readonly db: CountyDb) {}

  @On(PersonProfileChangedV1)
  async handle({ data: { personId, interpreterLanguage } }: EventOf<typeof PersonProfileChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      if (interpreterLanguage === null) await tx.sql(`delete from interpreter_need where person_id = ?`, [personId]);
      else if (interpreterLanguage !== undefined) await tx.sql(`insert into interpreter_need (person_id, language) values (?, ?) on conflict (person_id) do update set language = excluded.language`, [personId, interpreterLanguage]);
    });
  }
}
