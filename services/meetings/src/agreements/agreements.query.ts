import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { RelationshipAgreementView, SharedStatementView } from './agreement.view.ts';
import { RelationshipAgreement } from './relationship-agreement.entity.ts';
import { SharedStatement } from './shared-statement.entity.ts';

/** Reads what two families agreed on, and what they say together. */
@Injectable()
export class Agreements {
  constructor(private readonly db: CountyDb) {}

  /** Newest first; none for whoever is not of the two families. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<RelationshipAgreementView[]> {
    return this.db.read(async (reader) => {
      if (!(await isOfTheFamilies(reader, connectionId))) return [];
      return (await reader.rows(RelationshipAgreement, { connectionId }, { orderBy: { revision: 'desc' } })).map(RelationshipAgreementView.from);
    });
  }

  /** Oldest first: all of them for the two families, and for a professional who is on the connection what went to them. */
  statementsOf(connectionId: Id<'FamilyConnection'>): Promise<SharedStatementView[]> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      const { person } = reader.context.actor;
      const all = held.length > 0 ? await reader.rows(SharedStatement, { connectionId }, { orderBy: { id: 'asc' } }) : [];
      const isTheirs = held.includes(Role.PARENT) || held.includes(Role.CAREGIVER);
      return all.filter(({ sentAt, recipientIds }) => isTheirs || (sentAt && recipientIds.some((recipient) => recipient === person))).map(SharedStatementView.from);
    });
  }

  async agreement(id: Id<'RelationshipAgreement'>): Promise<RelationshipAgreementView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(RelationshipAgreement, id));
    const found = (await this.ofConnection(connectionId)).find((agreement) => agreement.id === id);
    if (!found) throw new RowNotFound('RelationshipAgreement', id);
    return found;
  }

  async statement(id: Id<'SharedStatement'>): Promise<SharedStatementView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(SharedStatement, id));
    const found = (await this.statementsOf(connectionId)).find((statement) => statement.id === id);
    if (!found) throw new RowNotFound('SharedStatement', id);
    return found;
  }
}

async function isOfTheFamilies(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<boolean> {
  const held = await rolesOnConnection(reader, connectionId);
  return held.includes(Role.PARENT) || held.includes(Role.CAREGIVER);
}
