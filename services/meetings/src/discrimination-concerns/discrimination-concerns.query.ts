import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { CountyDb, Protection, RowNotFound, type FilterQuery, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { DiscriminationConcern, type ConcernWords } from './discrimination-concern.entity.ts';
import { DiscriminationConcernView } from './discrimination-concern.view.ts';

/** How many concerns somebody is shown at most. */
const most = 100;

/** Reads concerns: their own for whoever raised them, all of them for a program supervisor, which is written down. */
@Injectable()
export class DiscriminationConcerns {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
  ) {}

  /** The newest first. */
  list(): Promise<DiscriminationConcernView[]> {
    return this.#where({});
  }

  async byId(id: Id<'DiscriminationConcern'>): Promise<DiscriminationConcernView> {
    const [found] = await this.#where({ id });
    if (!found) throw new RowNotFound('DiscriminationConcern', id);
    return found;
  }

  #where(where: FilterQuery<DiscriminationConcern>): Promise<DiscriminationConcernView[]> {
    return this.db.read(async (reader) => {
      const me = actingPerson(reader);
      const readsAll = reader.context.actor.roles.includes(Role.PROGRAM_SUPERVISOR);
      const concerns = await reader.rows(DiscriminationConcern, { $and: [where, readsAll ? {} : { raisedBy: me }] }, { orderBy: { id: 'desc' }, limit: most });
      const ofOthers = concerns.filter(({ raisedBy }) => raisedBy !== me);
      if (ofOthers.length > 0) await this.db.auditProtectedRead(reader.context.action, 'DiscriminationConcern', ofOthers.map(({ id }) => id), [...new Set(ofOthers.map(({ connectionId }) => connectionId))]);
      return Promise.all(concerns.map(async (concern) => DiscriminationConcernView.from(concern, await this.#wordsOf(reader, concern))));
    });
  }

  async #wordsOf(reader: Reader, concern: Row<DiscriminationConcern>): Promise<ConcernWords> {
    return concern.words || concern.answer ? DiscriminationConcern.open(concern, await this.protection.keyOf(reader, concern.raisedBy)) : { words: null, answer: null };
  }
}
