import type { Id } from '@fc/domain-kernel';
import { correctChild, correctPerson } from '../corrections/correct-people.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { Child, newSiblingGroup } from '../families/child.entity.ts';
import { enterChild } from '../families/enter-child.ts';
import { enterHousehold } from '../families/enter-household.ts';
import { Person } from '../people/person.entity.ts';
import { cannotChange } from './case-import.errors.ts';
import type { RecordOf } from './case-record.ts';
import type { Source } from './source.ts';

export async function createChild(source: Source, record: RecordOf<'CHILD'>): Promise<Id<'Child'>> {
  const parentIds = await source.idsOf<'Person'>('PERSON', record.parent_ids ?? [], 'parent_ids');
  const siblingGroupId = (await siblingGroupOf(source, record.sibling_ids ?? [])) ?? newSiblingGroup();
  const entered = { givenName: record.given_name, familyName: record.family_name, birthDate: record.birth_date, siblingGroupId, parentIds };
  return enterChild(source.tx, entered, source.now.toZonedDateTimeISO(source.zone).toPlainDate()).id;
}

/** Siblings stay in the group in which they came. */
export async function updateChild(source: Source, record: RecordOf<'CHILD'>, id: Id<'Child'>): Promise<boolean> {
  const { tx, why } = source;
  const child = await tx.lock(Child, id);
  const person = await tx.get(Person, id);
  const parentIds = record.parent_ids ? await source.idsOf<'Person'>('PERSON', record.parent_ids, 'parent_ids') : child.parentIds;
  const renamed = await correctPerson(tx, person, { givenName: record.given_name, familyName: record.family_name, languages: person.languages }, why);
  return (await correctChild(tx, child, { birthDate: record.birth_date, parentIds }, why)) || renamed;
}

/** The group of the first of them who is here; none while all of them are still to come. */
async function siblingGroupOf(source: Source, siblings: readonly string[]): Promise<Id<'SiblingGroup'> | null> {
  for (const sibling of siblings) {
    const id = await source.idIfAny<'Child'>('CHILD', sibling);
    if (id) return (await source.tx.get(Child, id)).siblingGroupId;
  }
  return null;
}

export async function createHousehold(source: Source, { household_kind: kind, licensed, caregiver_ids }: RecordOf<'HOUSEHOLD'>): Promise<Id<'CaregiverHousehold'>> {
  const caregiverIds = await source.idsOf<'Person'>('PERSON', caregiver_ids, 'caregiver_ids');
  return (await enterHousehold(source.tx, { kind, licensed, caregiverIds }, source.now)).id;
}

/** A household is what it was registered as: a home with other people in it is another household. */
export async function updateHousehold(source: Source, { household_kind: kind, licensed, caregiver_ids }: RecordOf<'HOUSEHOLD'>, id: Id<'CaregiverHousehold'>): Promise<boolean> {
  const household = await source.tx.get(CaregiverHousehold, id);
  const caregiverIds = await source.idsOf<'Person'>('PERSON', caregiver_ids, 'caregiver_ids');
  const same = kind === household.kind && licensed === household.licensed && caregiverIds.toSorted().join() === household.caregiverIds.toSorted().join();
  if (!same) throw cannotChange('This household');
  return false;
}
