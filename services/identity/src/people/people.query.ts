import type { Principal } from '@fc/auth';
import { DomainError, notFound, parseId, type Id } from '@fc/domain-kernel';
import { batched, readPage, type Page, type PageArgs } from '@fc/subgraph';
import { countyContext, CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { peopleInSight } from '../case-assignments/on-case.ts';
import { ContactBook } from '../contact-details/contact-book.query.ts';
import { Person } from './person.entity.ts';
import type { PersonView } from './person.view.ts';
import { RoleAssignment } from './role-assignment.entity.ts';
import { RoleAssignmentView } from './role-assignment.view.ts';
import { viewPeople } from './view-people.ts';

/** Reads people, each only for whoever may see them. */
@Injectable()
export class People {
  readonly #one = batched((ids: readonly Id<'Person'>[]) => this.db.read((reader) => seenPeople(reader, ids)));

  constructor(
    private readonly db: CountyDb,
    private readonly contacts: ContactBook,
  ) {}

  me(): Promise<PersonView> {
    const { person } = countyContext().actor;
    if (!person) throw new DomainError('UNKNOWN_PERSON', 'Your account is not linked to anybody in this county yet.');
    return this.byId(person);
  }

  async byId(id: string): Promise<PersonView> {
    const found = await this.#one(parseId(id));
    if (!found) throw notFound('person');
    return found;
  }

  page(args: PageArgs): Promise<Page<PersonView>> {
    return this.db.read(async (reader) => {
      const { nodes, pageInfo } = await readPage(reader, Person, { mergedIntoId: null }, args, (row) => row);
      return { nodes: await viewPeople(reader, nodes), pageInfo };
    });
  }

  /** The person's number for whoever may have it, written down before it leaves; null for everybody else. */
  async phone({ phone }: PersonView, principal: Principal): Promise<string | null> {
    const person = phone.reveal(principal);
    if (!person) return null;
    const shown = (await this.contacts.firstPhone(person.id)) ?? person.phone ?? null;
    if (shown !== null && principal.person !== person.id) await this.db.auditProtectedRead('Person.phone', 'Person', [person.id]);
    return shown;
  }

  role(id: Id<'RoleAssignment'>): Promise<RoleAssignmentView> {
    return this.db.read(async (reader) => RoleAssignmentView.from(await reader.getRow(RoleAssignment, id)));
  }
}

/** Each of these people whom the acting person may see; in place of somebody's duplicate, the person themselves. */
async function seenPeople(reader: Reader, ids: readonly Id<'Person'>[]): Promise<Map<Id<'Person'>, PersonView>> {
  const rows = await reader.rows(Person, { id: { $in: [...(await peopleInSight(reader, ids))] } });
  const survivorIds = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const survivors = survivorIds.length > 0 ? await reader.rows(Person, { id: { $in: survivorIds } }) : [];
  const views = new Map((await viewPeople(reader, [...new Map([...rows, ...survivors].map((row) => [row.id, row])).values()])).map((view) => [view.id, view]));
  return new Map(rows.flatMap(({ id, mergedIntoId }) => [[id, views.get(mergedIntoId ?? id)!] as const])); // each has a row, and so a view
}
