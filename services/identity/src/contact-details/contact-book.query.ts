import type { Principal } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { mayReadByBreakGlass } from '@fc/subgraph';
import { CountyDb, Protection, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { contactAccess, type ContactItem } from './contact-access.ts';
import { ContactDetails, openedWith, type OpenedDetails } from './contact-details.entity.ts';
import { ContactDetailsView } from './contact-details.view.ts';

const items: readonly ContactItem[] = ['PHONE', 'EMAIL', 'ADDRESS'];

/** Opens contact details for whoever may have them; whoever is shown somebody else's is written down before they leave. */
@Injectable()
export class ContactBook {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
  ) {}

  /** Null for whoever may have nothing of them, as for a person of whom nothing is recorded. For whoever has been let to the person already. */
  ofPerson(personId: Id<'Person'>, principal: Principal): Promise<ContactDetailsView | null> {
    return this.db.read(async (reader) => {
      const access = await contactAccess(reader, [personId]);
      if (!items.some((item) => access(principal, personId, item))) return null;
      const found = await this.#opened(reader, personId);
      if (!found) return null;
      const glassBroken = await mayReadByBreakGlass(reader, personId);
      if (principal.person !== personId) await this.db.auditProtectedRead('Person.contactDetails', glassBroken ? 'HomeAddress' : 'ContactDetails', [found.row.id], [personId]);
      return ContactDetailsView.from(found.row, found.opened, access, glassBroken ? principal.person : null);
    });
  }

  /** The number to try first; for `People.phone`, which knows that the reader may have it. */
  firstPhone(personId: Id<'Person'>): Promise<string | null> {
    return this.db.read(async (reader) => (await this.#opened(reader, personId))?.opened.phones()[0]?.number ?? null);
  }

  async #opened(reader: Reader, personId: Id<'Person'>): Promise<{ row: Row<ContactDetails>; opened: OpenedDetails } | undefined> {
    const [row] = await reader.rows(ContactDetails, { personId }, { limit: 1 });
    return row && { row, opened: openedWith(await this.protection.keyOf(reader, personId), row) };
  }
}
