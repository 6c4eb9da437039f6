import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { FamilyTimeVisit } from './family-time-visit.entity.ts';
import { FamilyTimeVisitView } from './family-time-visit.view.ts';
import { VisitBarrier } from './visit-barrier.entity.ts';
import { VisitBarrierView } from './visit-barrier.view.ts';

/** How many of the next visits one answer holds. */
const most = 100;

@Injectable()
export class FamilyTimeVisits {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** What lies ahead of the acting person: visits that they take part in, and those of the families in whose circle they are. */
  mine(): Promise<FamilyTimeVisitView[]> {
    return this.db.read(async (reader) => {
      const { person } = reader.context.actor;
      const next = await reader.sql<{ id: Id<'FamilyTimeVisit'> }>(
        `select visit.id from family_time_visit visit
          where visit.status in ('PLANNED', 'SUSPENDED') and visit.ends_at > ?::timestamptz
            and (? = any (visit.people_ids) or exists (
              select 1 from circle_member mine
                join connected_child child using (connection_id)
                join connected_families families on families.id = mine.connection_id
               where mine.person_id = ? and child.child_id = visit.child_id and child.left_at is null and families.parent_id = visit.parent_id))
          order by visit.starts_at limit ?`,
        [this.clock.now().toString(), person, person, most],
      );
      const visits = await reader.rows(FamilyTimeVisit, { id: { $in: next.map(({ id }) => id) } }, { orderBy: { startsAt: 'asc' } });
      return visits.map(FamilyTimeVisitView.from);
    });
  }

  /** For the answer to whoever has just changed it. */
  byId(id: Id<'FamilyTimeVisit'>): Promise<FamilyTimeVisitView> {
    return this.db.read(async (reader) => FamilyTimeVisitView.from(await reader.getRow(FamilyTimeVisit, id)));
  }

  barrier(id: Id<'VisitBarrier'>): Promise<VisitBarrierView> {
    return this.db.read(async (reader) => VisitBarrierView.from(await reader.getRow(VisitBarrier, id)));
  }
}
