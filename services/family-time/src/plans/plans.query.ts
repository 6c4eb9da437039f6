import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ChildRemoval } from '../connections/child-removal.entity.ts';
import { childrenOf, familiesAround } from '../connections/connected.ts';
import { ConnectedFamilies } from '../connections/connected-families.entity.ts';
import { FamilyTimeVisit } from '../visits/family-time-visit.entity.ts';
import { FamilyTimeVisitView } from '../visits/family-time-visit.view.ts';
import { VisitBarrier } from '../visits/visit-barrier.entity.ts';
import { VisitBarrierView } from '../visits/visit-barrier.view.ts';
import { FamilyTimePlan } from './family-time-plan.entity.ts';
import { FamilyTimePlanView, FirstVisitDueView } from './family-time-plan.view.ts';
import { firstVisitWindow } from './first-visit-window.ts';

/** Reads plans with all that belongs to them. */
@Injectable()
export class FamilyTimePlans {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Those of the children who are on that connection at present; none for whoever is not on it. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<FamilyTimePlanView[]> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, connectionId)).length === 0) return [];
      const [families] = await reader.rows(ConnectedFamilies, { id: connectionId });
      if (!families) return [];
      const childId = { $in: await childrenOf(reader, connectionId) };
      const plans = await reader.rows(FamilyTimePlan, { childId, parentId: families.parentId }, { orderBy: { id: 'asc' } });
      return this.#views(reader, plans, families);
    });
  }

  /** For the answer to whoever has just planned it. */
  byId(id: Id<'FamilyTimePlan'>): Promise<FamilyTimePlanView> {
    return this.db.read(async (reader) => {
      const plan = await reader.getRow(FamilyTimePlan, id);
      const [view] = await this.#views(reader, [plan], await familiesAround(reader, plan));
      return view as FamilyTimePlanView; // one row makes one view
    });
  }

  async #views(reader: Reader, plans: readonly Row<FamilyTimePlan>[], families: Row<ConnectedFamilies> | null): Promise<FamilyTimePlanView[]> {
    const planId = { $in: plans.map((plan) => plan.id) };
    const visits = await reader.rows(FamilyTimeVisit, { planId }, { orderBy: { startsAt: 'asc' } });
    const barriers = await reader.rows(VisitBarrier, { planId }, { orderBy: { wantedFor: 'asc' } });
    const removals = await reader.rows(ChildRemoval, { id: { $in: plans.map((plan) => plan.childId) } });
    return plans.map((plan) => {
      const own = visits.filter((visit) => visit.planId === plan.id);
      const removal = removals.find(({ id }) => id === plan.childId);
      return FamilyTimePlanView.from(plan, {
        connection: families && { id: families.id },
        visits: own.map(FamilyTimeVisitView.from),
        barriers: barriers.filter((barrier) => barrier.planId === plan.id).map(VisitBarrierView.from),
        firstVisitDue: removal ? this.#firstVisitDue(reader, removal, own) : null,
      });
    });
  }

  #firstVisitDue(reader: Reader, { removedAt, precision }: Row<ChildRemoval>, visits: readonly Row<FamilyTimeVisit>[]): FirstVisitDueView {
    const heldInCare = visits.flatMap(({ status, heldAt }) => (status === 'HELD' && heldAt && Temporal.Instant.compare(heldAt, removedAt) >= 0 ? [heldAt] : []));
    const [first] = heldInCare.sort(Temporal.Instant.compare);
    return FirstVisitDueView.from(firstVisitWindow({ at: removedAt, precision }, reader.context.county), this.clock.now(), first);
  }
}
