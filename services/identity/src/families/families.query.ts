import { notFound, parseId, type Id } from '@fc/domain-kernel';
import { batched } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { childrenInSight, peopleInSight } from '../case-assignments/on-case.ts';
import { Person } from '../people/person.entity.ts';
import { viewPeople } from '../people/view-people.ts';
import { CaregiverHousehold } from './caregiver-household.entity.ts';
import { Child } from './child.entity.ts';
import { CaregiverHouseholdView, ChildView } from './families.views.ts';

/** Reads children and households, each only for whoever may see them. */
@Injectable()
export class Families {
  readonly #child = batched((ids: readonly Id<'Child'>[]) => this.db.read(async (reader) => viewsOfChildren(reader, [...(await childrenInSight(reader, ids))])));
  readonly #childOfConnection = batched((ids: readonly Id<'Child'>[]) => this.db.read((reader) => viewsOfChildren(reader, ids)));
  readonly #household = batched((ids: readonly Id<'CaregiverHousehold'>[]) => this.db.read((reader) => seenHouseholds(reader, ids)));

  constructor(private readonly db: CountyDb) {}

  async child(id: string): Promise<ChildView> {
    const found = await this.#child(parseId(id));
    if (!found) throw notFound('child');
    return found;
  }

  /** For whoever may see them already: by the case that they were entered on, or the connection that they join. */
  async children(ids: readonly Id<'Child'>[]): Promise<ChildView[]> {
    const found = await Promise.all(ids.map((id) => this.#childOfConnection(id)));
    return found.filter((child) => child !== undefined);
  }

  async household(id: string): Promise<CaregiverHouseholdView> {
    const found = await this.#household(parseId(id));
    if (!found) throw notFound('caregiver household');
    return found;
  }
}

async function viewsOfChildren(reader: Reader, ids: readonly Id<'Child'>[]): Promise<Map<Id<'Child'>, ChildView>> {
  const people = new Map((await reader.rows(Person, { id: { $in: ids as readonly string[] as Id<'Person'>[] } })).map((person) => [person.id as string, person]));
  const children = await reader.rows(Child, { id: { $in: [...ids] } });
  return new Map(children.map((child) => [child.id, ChildView.from(child, people.get(child.id)!)])); // every child is a person
}

/** Those of these households of whose caregivers the acting person may see one. */
async function seenHouseholds(reader: Reader, ids: readonly Id<'CaregiverHousehold'>[]): Promise<Map<Id<'CaregiverHousehold'>, CaregiverHouseholdView>> {
  const households = await reader.rows(CaregiverHousehold, { id: { $in: [...ids] } });
  const caregiverIds = [...new Set(households.flatMap((household) => household.caregiverIds))];
  const seen = await peopleInSight(reader, caregiverIds);
  const caregivers = new Map((await viewPeople(reader, await reader.rows(Person, { id: { $in: caregiverIds } }))).map((view) => [view.id, view]));
  return new Map(
    households
      .filter((household) => household.caregiverIds.some((id) => seen.has(id)))
      .map((household) => [household.id, CaregiverHouseholdView.from(household, household.caregiverIds.flatMap((id) => caregivers.get(id) ?? []))]),
  );
}
