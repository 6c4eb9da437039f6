import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection } from '@fc/subgraph';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { guideMember } from '../guide/guide-member.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { Milestone } from './milestone.entity.ts';
import { MilestoneView } from './milestone.view.ts';

/** Reads what two families celebrate. */
@Injectable()
export class Milestones {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest day first; none for whoever is not of the two families. What the other family tells is there as long as the two may
   * tell each other something. Of a child caregivers read while that child is with them, and afterwards where both stay in touch.
   */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<MilestoneView[]> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      if (!held.includes(Role.PARENT) && !held.includes(Role.CAREGIVER)) return [];
      const { side, connection } = await guideMember(reader, connectionId);
      const mayHear = (!connection.closedAt || connection.continuedAt != null) && (await isContactPossible(reader, connection.contact('MESSAGE', this.clock.now())));
      const here = new Set((await reader.rows(ConnectionChild, { connectionId, leftAt: null })).map(({ childId }) => childId));
      const mayReadOf = (childId: Id<'Child'>): boolean => side === 'PARENT' || connection.continuedAt != null || here.has(childId);
      const all = await reader.rows(Milestone, { connectionId }, { orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }] });
      return all.filter((each) => (each.side === side || mayHear) && (!each.childId || mayReadOf(each.childId))).map(MilestoneView.from);
    });
  }

  async byId(id: Id<'Milestone'>): Promise<MilestoneView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(Milestone, id));
    const found = (await this.ofConnection(connectionId)).find((milestone) => milestone.id === id);
    if (!found) throw new RowNotFound('Milestone', id);
    return found;
  }
}
