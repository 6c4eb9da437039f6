import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection } from '@fc/subgraph';
import { CountyDb, RowNotFound, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { guideMember, sideOfPerson } from '../guide/guide-member.ts';
import { StatementLink } from './statement-link.entity.ts';
import { StatementLinkView } from './statement-link.view.ts';

/** Reads to whom a statement was handed, for the two families. */
@Injectable()
export class StatementLinks {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Oldest first; none for whoever is not of the two families. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<StatementLinkView[]> {
    return this.#known(connectionId, {});
  }

  async byId(id: Id<'StatementLink'>, url: string | null = null): Promise<StatementLinkView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(StatementLink, id));
    const [found] = await this.#known(connectionId, { id });
    if (!found) throw new RowNotFound('StatementLink', id);
    return Object.assign(found, { url });
  }

  #known(connectionId: Id<'FamilyConnection'>, where: FilterQuery<StatementLink>): Promise<StatementLinkView[]> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      if (!held.includes(Role.PARENT) && !held.includes(Role.CAREGIVER)) return [];
      const { side, connection } = await guideMember(reader, connectionId);
      // A name is a word of one family: the other reads it as it would read a message.
      const mayHear = (!connection.closedAt || connection.continuedAt != null) && (await isContactPossible(reader, connection.contact('MESSAGE', this.clock.now())));
      const links = await reader.rows(StatementLink, { $and: [{ connectionId }, where] }, { orderBy: { id: 'asc' } });
      return links.map((link) => StatementLinkView.from(link, mayHear || sideOfPerson(link.openedBy, connection) === side));
    });
  }
}
