import type { Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { readableLanguages } from '../wordings/readable-languages.ts';
import { planReader } from './known-plan.ts';
import { TransitionPlan } from './transition-plan.entity.ts';
import { TransitionPlanView } from './transition-plan.view.ts';

/** Reads transition plans, each for those whom it concerns. */
@Injectable()
export class TransitionPlans {
  constructor(private readonly db: CountyDb) {}

  /** Oldest first; none for whoever has no part in them. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<TransitionPlanView[]> {
    return this.db.read(async (reader) => {
      const { held, isStaff, mayKnow } = await planReader(reader, connectionId);
      const plans = held.length > 0 ? await reader.rows(TransitionPlan, { connectionId }, { orderBy: { id: 'asc' } }) : [];
      const readable = await readableLanguages(reader, 'TRANSITION_STEPS');
      return plans.filter(mayKnow).map((plan) => TransitionPlanView.from(plan, { isStaff, readable }));
    });
  }

  async byId(id: Id<'TransitionPlan'>): Promise<TransitionPlanView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(TransitionPlan, id));
    const found = (await this.ofConnection(connectionId)).find((plan) => plan.id === id);
    if (!found) throw new RowNotFound('TransitionPlan', id);
    return found;
  }
}
