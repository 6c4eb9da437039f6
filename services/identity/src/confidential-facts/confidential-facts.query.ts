import { Clock, parseId, Temporal, type Id } from '@fc/domain-kernel';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { recordsOf } from '../people/survivor.ts';
import { ConfidentialFact } from './confidential-fact.entity.ts';
import { ConfidentialFactView, WrittenConsentView } from './confidential-facts.view.ts';
import { WrittenConsent } from './written-consent.entity.ts';

/** Reads facts that only a written consent discloses. For everybody whom none names there are none, as for a person of whom there are none. */
@Injectable()
export class ConfidentialFacts {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** For whoever has been let to the person already. Who was shown somebody else's is written down before they leave. */
  ofPerson(personId: Id<'Person'>): Promise<ConfidentialFactView[]> {
    return this.db.read(async (reader) => {
      const me = reader.context.actor.person as Id<'Person'>;
      const consents = await this.#inForce(reader, personId, me);
      const records = await recordsOf(reader, personId);
      const views = (await reader.rows(ConfidentialFact, { personId: { $in: records } }, { orderBy: { id: 'asc' } })).flatMap((fact) => {
        // Not to whoever another record was merged into: should the two be two people after all, nothing has been disclosed.
        if (me === fact.personId || me === fact.recordedBy) return [ConfidentialFactView.from(fact, null)];
        const consent = consents.find(({ factIds }) => factIds.includes(fact.id));
        return consent ? [ConfidentialFactView.from(fact, consent)] : [];
      });
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
      return rows.map(WrittenConsentView.from);
    });
  }

  fact(id: Id<'ConfidentialFact'>): Promise<ConfidentialFactView> {
    return this.db.read(async (reader) => ConfidentialFactView.from(await reader.getRow(ConfidentialFact, id), null));
  }

  consent(id: Id<'WrittenConsent'>): Promise<WrittenConsentView> {
    return this.db.read(async (reader) => WrittenConsentView.from(await reader.getRow(WrittenConsent, id)));
  }

  async #inForce(reader: Reader, personId: Id<'Person'>, recipientPersonId: Id<'Person'>): Promise<Row<WrittenConsent>[]> {
    const today = this.clock.now().toZonedDateTimeISO(reader.context.county.timeZone).toPlainDate();
    const consents = await reader.rows(WrittenConsent, { personId: { $in: await recordsOf(reader, personId) }, recipientPersonId, revokedAt: null });
    return consents.filter(({ expiresOn }) => Temporal.PlainDate.compare(expiresOn, today) >= 0);
  }
}
