import { notFound, parseId, type Id } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { maySeeChild, maySeePerson } from '../case-assignments/on-case.ts';
import { Person } from '../people/person.entity.ts';
import { viewPeople } from '../people/view-people.ts';
import { CaregiverHousehold } from './caregiver-household.entity.ts';
import { Child } from './child.entity.ts';
import { CaregiverHouseholdView, ChildView } from './families.views.ts';

/** Reads children and households, each only for whoever may see them. */
@Injectable()
export class Families {
  constructor(private readonly db: CountyDb) {}

  child(id: string): Promise<ChildView> {
    return this.db.read(async (reader) => {
      const childId: Id<'Child'> = parseId(id);
      if (!(await maySeeChild(reader, childId))) throw notFound('child');
      return viewOfChild(reader, childId);
    });
  }

  children(ids: readonly Id<'Child'>[]): Promise<ChildView[]> {
    return this.db.read((reader) => Promise.all(ids.map((id) => viewOfChild(reader, id))));
  }

  household(id: string): Promise<CaregiverHouseholdView> {
    return this.db.read(async (reader) => {
      const household = await reader.getRow(CaregiverHousehold, id);
      const known = await Promise.all(household.caregiverIds.map((caregiver) => maySeePerson(reader, caregiver)));
      if (!known.includes(true)) throw notFound('caregiver household');
      return CaregiverHouseholdView.from(household, await viewPeople(reader, await reader.rows(Person, { id: { $in: household.caregiverIds } })));
    });
  }
}

const viewOfChild = async (reader: Reader, id: Id<'Child'>): Promise<ChildView> => ChildView.from(await reader.getRow(Child, id), await reader.getRow(Person, id));
