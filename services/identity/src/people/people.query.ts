import { DomainError, notFound, parseId, type Id } from '@fc/domain-kernel';
import { readPage, sharesCircleWith, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Person } from './person.entity.ts';
import { PersonView } from './person.view.ts';

/** Reads people, each only for whoever may see them. */
@Injectable()
export class People {
  constructor(private readonly db: CountyDb) {}

  me(): Promise<PersonView> {
    return this.db.read(async (reader) => {
      const { person } = reader.context.actor;
      if (!person) throw new DomainError('UNKNOWN_PERSON', 'Your account is not linked to anybody in this county yet.');
      return PersonView.from(await reader.getRow(Person, person));
    });
  }

  byId(id: string): Promise<PersonView> {
    return this.db.read(async (reader) => {
      const personId: Id<'Person'> = parseId(id);
      if (!(await sharesCircleWith(reader, personId))) throw notFound('person');
      return PersonView.from(await reader.getRow(Person, personId));
    });
  }

  page(args: PageArgs): Promise<Page<PersonView>> {
    return this.db.read((reader) => readPage(reader, Person, {}, args, PersonView.from));
  }
}
