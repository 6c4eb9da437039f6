import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { CommunicationPlan } from './communication-plan.entity.ts';
import { CommunicationPlanView } from './communication-plan.view.ts';
import { isPlanPossible } from './plan-bounds.ts';

/** Reads how two families stay in touch, for whoever is on their connection. */
@Injectable()
export class CommunicationPlans {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** The newest that both agreed on; before the first is agreed, the newest that was noted. */
  async holdingOn(connectionId: Id<'FamilyConnection'>): Promise<CommunicationPlanView | null> {
    const plans = await this.ofConnection(connectionId);
    return plans.find(({ agreedAt }) => agreedAt) ?? plans[0] ?? null;
  }

  /** Newest first; none for whoever is not on the connection. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<CommunicationPlanView[]> {
    return this.db.read(async (reader) => {
      if (!(await isOnConnection(reader, connectionId))) return [];
      const plans = await reader.rows(CommunicationPlan, { connectionId }, { orderBy: { revision: 'desc' } });
      if (plans.length === 0) return [];
      const connection = await reader.get(FamilyConnection, connectionId);
      const views: CommunicationPlanView[] = [];
      for (const plan of plans) views.push(CommunicationPlanView.from(plan, await isPlanPossible(reader, connection, plan, this.clock.now())));
      return views;
    });
  }

  async byId(id: Id<'CommunicationPlan'>): Promise<CommunicationPlanView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(CommunicationPlan, id));
    const found = (await this.ofConnection(connectionId)).find((plan) => plan.id === id);
    if (!found) throw new RowNotFound('CommunicationPlan', id);
    return found;
  }
}
