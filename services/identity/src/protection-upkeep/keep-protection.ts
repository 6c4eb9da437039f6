import type { Id } from '@fc/domain-kernel';
import { KeepPersonKeys } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { writeContactDetails } from '../contact-details/write-contact-details.ts';
import { RepeatErasures } from '../erasures/repeat-erasures.ts';
import { Person } from '../people/person.entity.ts';

/** What upkeep has done; zeroes when there was nothing to do. */
export interface UpkeepDone {
  readonly erasuresRepeated: number;
  readonly phonesSealed: number;
}

/** What keeps a county's protected fields as they must be. Everything may be run again, and beside the county's work. */
@Injectable()
export class KeepProtection {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly erasures: RepeatErasures,
    private readonly keys: KeepPersonKeys,
  ) {}

  /** After an upgrade, once no service of the version before runs any more; after a rotation of the county's key; after a restore. */
  async run(): Promise<UpkeepDone> {
    const erasuresRepeated = await this.erasures.run();
    await this.erasures.remind();
    const phonesSealed = await this.#sealPhones();
    await this.keys.run();
    return { erasuresRepeated, phonesSealed };
  }

  /** Moves the numbers that stand in `person.phone` as plain text into contact details. */
  async #sealPhones(): Promise<number> {
    const people = await this.db.read((reader) => reader.sql<{ id: Id<'Person'> }>(`select id from person where phone is not null order by id`));
    for (const { id } of people)
      await this.db.transact(async (tx) => {
        const person = await tx.lock(Person, id);
        const [known] = await tx.sql(`select 1 as there from contact_details where person_id = ? and phones is not null`, [id]);
        if (person.phone && !known) await writeContactDetails(tx, this.protection, id, { phones: [{ number: person.phone, kind: 'MOBILE', safeToLeaveMessage: false }] });
        person.phone = null;
      });
    return people.length;
  }
}
