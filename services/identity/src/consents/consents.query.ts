import { parseId, type Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Consent } from './consent.entity.ts';
import { ConsentView, SharedItemView } from './consent.view.ts';
import { sharedWithActing } from './shared-items.ts';
import { requireSpeaksFor } from './speaks-for.ts';

/** Reads what a person has agreed to, for whoever may record it. */
@Injectable()
export class Consents {
  constructor(private readonly db: CountyDb) {}

  /** Ended ones too, oldest first. */
  ofPerson(id: string): Promise<ConsentView[]> {
    return this.db.read(async (reader) => {
      const personId: Id<'Person'> = parseId(id);
      const standing = await requireSpeaksFor(reader, personId);
      const { person } = reader.context.actor;
      return (await reader.rows(Consent, { personId }, { orderBy: { id: 'asc' } })).map((row) => ConsentView.from(row, { person, standing }));
    });
  }

  /** For whoever has been let to the person already. */
  sharedBy(personId: Id<'Person'>): Promise<SharedItemView[]> {
    return this.db.read(async (reader) => (await sharedWithActing(reader, personId)).map((row) => Object.assign(new SharedItemView(), row)));
  }

  byId(id: Id<'Consent'>): Promise<ConsentView> {
    return this.db.read(async (reader) => {
      const row = await reader.getRow(Consent, id);
      return ConsentView.from(row, { person: reader.context.actor.person, standing: await requireSpeaksFor(reader, row.personId) });
    });
  }
}
