import type { Id } from '@fc/domain-kernel';
import { sharesCircleWith } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { rolesOnCase } from '../case-assignments/on-case.ts';
import { survivingIds } from '../people/survivor.ts';
import { CasePlanLimit } from './case-plan-limit.entity.ts';
import { CasePlanLimitView } from './case-plan-limit.view.ts';

/** Reads what the case plan sets for contact, for whoever has been let to the child already. */
@Injectable()
export class CasePlan {
  constructor(private readonly db: CountyDb) {}

  /** All of it for those who work on the case; for anybody else what concerns themself, or somebody with whom they are on a connection. */
  ofChild(childId: Id<'Child'>): Promise<CasePlanLimitView[]> {
    return this.db.read(async (reader) => {
      const forStaff = (await rolesOnCase(reader, childId)).length > 0;
      const limits = await reader.rows(CasePlanLimit, { childId }, { orderBy: { id: 'asc' } });
      const people = await survivingIds(reader, limits.map((limit) => limit.personId)); // of several records of a person, the plan sets the same
      const known = await Promise.all(limits.map(async (limit) => forStaff || sharesCircleWith(reader, limit.personId)));
      return limits.filter((limit, index) => known[index] && people.includes(limit.personId)).map((limit) => CasePlanLimitView.from(limit, forStaff));
    });
  }

  /** Those that a command has just let the acting person set. */
  byIds(ids: readonly Id<'CasePlanLimit'>[]): Promise<CasePlanLimitView[]> {
    return this.db.read(async (reader) => (await reader.rows(CasePlanLimit, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } })).map((limit) => CasePlanLimitView.from(limit, true)));
  }
}
