import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { AfterCaseInvitation } from './after-case-invitation.entity.ts';
import { AfterCaseInvitationView } from './after-case.view.ts';

/** Reads invitations after the case, for the two families. */
@Injectable()
export class AfterCaseInvitations {
  constructor(private readonly db: CountyDb) {}

  /** By their time; none for everybody else, and for both once one of them no longer wishes to stay in touch. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<AfterCaseInvitationView[]> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      if (!held.includes(Role.PARENT) && !held.includes(Role.CAREGIVER)) return [];
      const [connection] = await reader.rows(FamilyConnection, { id: connectionId });
      if (!connection?.closedAt || !connection.continuedAt) return [];
      return (await reader.rows(AfterCaseInvitation, { connectionId }, { orderBy: { takesPlaceAt: 'asc' } })).map(AfterCaseInvitationView.from);
    });
  }

  async byId(id: Id<'AfterCaseInvitation'>): Promise<AfterCaseInvitationView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(AfterCaseInvitation, id));
    const found = (await this.ofConnection(connectionId)).find((invitation) => invitation.id === id);
    if (!found) throw new RowNotFound('AfterCaseInvitation', id);
    return found;
  }
}
