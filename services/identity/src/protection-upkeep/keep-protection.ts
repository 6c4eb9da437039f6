import type { Id } from '@fc/domain-kernel';
import { KeepPersonKeys } from '@fc/subgraph';
import { CountyDb, Protection, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConfidentialFact } from '../confidential-facts/confidential-fact.entity.ts';
import { WrittenConsent } from '../confidential-facts/written-consent.entity.ts';
import { writeContactDetails } from '../contact-details/write-contact-details.ts';
import { RepeatErasures } from '../erasures/repeat-erasures.ts';
import { Person } from '../people/person.entity.ts';

/** What upkeep has done; zeroes when there was nothing to do. */
export interface UpkeepDone {
  readonly erasuresRepeated: number;
  readonly phonesSealed: number;
  readonly partTwoSealed: number;
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
    const partTwoSealed = await this.#sealPartTwo();
    await this.keys.run();
    return { erasuresRepeated, phonesSealed, partTwoSealed };
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

  /** Seals the facts and written consents that stand as plain text; those of an erased person hold none. */
  async #sealPartTwo(): Promise<number> {
    const plain = (table: string, condition: string): Promise<{ id: string }[]> => this.db.read((reader) => reader.sql(`select id from ${table} where ${condition} order by id`));
    const facts = await plain('confidential_fact', 'text is not null');
    const consents = await plain('written_consent', `patient_name is not null and fact_ids <> '{}'`);
    for (const { id } of facts) await this.db.transact(async (tx) => this.#seal(tx, await tx.lock(ConfidentialFact, id)));
    for (const { id } of consents) await this.db.transact(async (tx) => this.#seal(tx, await tx.lock(WrittenConsent, id)));
    return facts.length + consents.length;
  }

  async #seal(tx: Transaction, record: ConfidentialFact | WrittenConsent): Promise<void> {
    record.sealPlain(await this.protection.keyFor(tx, record.personId));
  }
}
