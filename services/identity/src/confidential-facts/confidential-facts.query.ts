import { Clock, parseId, Temporal, type Id } from '@fc/domain-kernel';
import { CountyDb, Protection, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { recordsOf } from '../people/survivor.ts';
import { ConfidentialFact } from './confidential-fact.entity.ts';
import { ConfidentialFactView, WrittenConsentView } from './confidential-facts.view.ts';
import { readsFact } from './part-two-readers.ts';
import { WrittenConsent, type ConsentElements } from './written-consent.entity.ts';

/** Reads facts that only a written consent discloses. For everybody whom none names there are none, as for a person of whom there are none. */
@Injectable()
export class ConfidentialFacts {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  /** For whoever has been let to the person already. Who was shown somebody else's is written down before they leave. */
  ofPerson(personId: Id<'Person'>): Promise<ConfidentialFactView[]> {
    return this.db.read(async (reader) => {
      const me = reader.context.actor.person as Id<'Person'>;
      const consents = await this.#inForce(reader, personId, me);
      const facts = await reader.rows(ConfidentialFact, { personId: { $in: await recordsOf(reader, personId) } }, { orderBy: { id: 'asc' } });
      const views: ConfidentialFactView[] = [];
      for (const fact of facts) {
        const consent = readsFact(me, fact, null) ? null : (consents.find(({ factIds }) => factIds.includes(fact.id)) ?? null);
        if (readsFact(me, fact, consent)) views.push(await this.#view(reader, fact, consent));
      }
      if (me !== personId && views.length > 0) await this.db.auditProtectedRead('Person.confidentialFacts', 'ConfidentialFact', views.map(({ id }) => id));
      return views;
    });
  }

  /** Ended ones too, oldest first. */
  consentsOf(id: string): Promise<WrittenConsentView[]> {
    return this.db.read(async (reader) => {
      const me = reader.context.actor.person as Id<'Person'>;
      const personId: Id<'Person'> = parseId(id);
      const rows = await reader.rows(WrittenConsent, { personId: { $in: await recordsOf(reader, personId) }, $or: [{ personId: me }, { recordedBy: me }, { recipientPersonId: me }] }, { orderBy: { id: 'asc' } });
      if (me !== personId && rows.length > 0) await this.db.auditProtectedRead('writtenConsents', 'WrittenConsent', rows.map((row) => row.id));
      const views: WrittenConsentView[] = [];
      for (const row of rows) views.push(WrittenConsentView.from(row, await this.#elements(reader, row)));
      return views;
    });
  }

  fact(id: Id<'ConfidentialFact'>): Promise<ConfidentialFactView> {
    return this.db.read(async (reader) => this.#view(reader, await reader.getRow(ConfidentialFact, id), null));
  }

  consent(id: Id<'WrittenConsent'>): Promise<WrittenConsentView> {
    return this.db.read(async (reader) => {
      const row = await reader.getRow(WrittenConsent, id);
      return WrittenConsentView.from(row, await this.#elements(reader, row));
    });
  }

  async #view(reader: Reader, fact: Row<ConfidentialFact>, consent: Row<WrittenConsent> | null): Promise<ConfidentialFactView> {
    const key = fact.sealedText ? await this.protection.keyOf(reader, fact.personId) : null;
    return ConfidentialFactView.from(fact, ConfidentialFact.textOf(fact, key), consent && { row: consent, elements: await this.#elements(reader, consent) });
  }

  async #elements(reader: Reader, consent: Row<WrittenConsent>): Promise<ConsentElements> {
    return WrittenConsent.elementsOf(consent, consent.elements ? await this.protection.keyOf(reader, consent.personId) : null);
  }

  async #inForce(reader: Reader, personId: Id<'Person'>, recipientPersonId: Id<'Person'>): Promise<Row<WrittenConsent>[]> {
    const today = this.clock.now().toZonedDateTimeISO(reader.context.county.timeZone).toPlainDate();
    const consents = await reader.rows(WrittenConsent, { personId: { $in: await recordsOf(reader, personId) }, recipientPersonId, revokedAt: null });
    return consents.filter(({ expiresOn }) => Temporal.PlainDate.compare(expiresOn, today) >= 0);
  }
}
