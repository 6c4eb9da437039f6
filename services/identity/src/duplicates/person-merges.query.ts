import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { PersonMergeView } from './duplicates.views.ts';
import { PersonMerge } from './person-merge.entity.ts';

@Injectable()
export class PersonMerges {
  constructor(private readonly db: CountyDb) {}

  /** In which that person is the survivor or the duplicate; undone ones too, oldest first. */
  ofPerson(personId: Id<'Person'>): Promise<PersonMergeView[]> {
    return this.db.read(async (reader) => (await reader.rows(PersonMerge, { $or: [{ survivorId: personId }, { duplicateId: personId }] }, { orderBy: { id: 'asc' } })).map(PersonMergeView.from));
  }

  byId(id: Id<'PersonMerge'>): Promise<PersonMergeView> {
    return this.db.read(async (reader) => PersonMergeView.from(await reader.getRow(PersonMerge, id)));
  }
}
