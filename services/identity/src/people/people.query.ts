import type { Principal } from '@fc/auth';
import { DomainError, notFound, parseId, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { countyContext, CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { maySeePerson } from '../case-assignments/on-case.ts';
import { ContactBook } from '../contact-details/contact-book.query.ts';
import { Person } from './person.entity.ts';
import type { PersonView } from './person.view.ts';
import { RoleAssignment } from './role-assignment.entity.ts';
import { RoleAssignmentView } from './role-assignment.view.ts';
import { viewPeople } from './view-people.ts';

/** Reads people, each only for whoever may see them. */
@Injectable()
export class People {
  constructor(
    private readonly db: CountyDb,
    private readonly contacts: ContactBook,
  ) {}

  me(): Promise<PersonView> {
    const { person } = countyContext().actor;
    if (!person) throw new DomainError('UNKNOWN_PERSON', 'Your account is not linked to anybody in this county yet.');
    return this.byId(person);
  }

  byId(id: string): Promise<PersonView> {
    return this.db.read(async (reader) => {
      const personId: Id<'Person'> = parseId(id);
      if (!(await maySeePerson(reader, personId))) throw notFound('person');
      const row = await reader.getRow(Person, personId);
      const [person] = await viewPeople(reader, [row.mergedIntoId ? await reader.getRow(Person, row.mergedIntoId) : row]);
      return person!; // one row in, one view out
    });
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
