import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { CaseAssignment } from './case-assignment.entity.ts';
import { CaseAssignmentView } from './case-assignment.view.ts';

/** Reads who works on which case, for whoever has been let to the child or the assignment already. */
@Injectable()
export class CaseAssignments {
  constructor(private readonly db: CountyDb) {}

  byId(id: Id<'CaseAssignment'>): Promise<CaseAssignmentView> {
    return this.db.read(async (reader) => CaseAssignmentView.from(await reader.getRow(CaseAssignment, id)));
  }

  byIds(ids: readonly Id<'CaseAssignment'>[]): Promise<CaseAssignmentView[]> {
    return this.db.read(async (reader) => (await reader.rows(CaseAssignment, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } })).map(CaseAssignmentView.from));
  }

  /** Those who work on the child's case at present. */
  ofChild(childId: Id<'Child'>): Promise<CaseAssignmentView[]> {
    return this.db.read(async (reader) => (await reader.rows(CaseAssignment, { childId, to: null }, { orderBy: { id: 'asc' } })).map(CaseAssignmentView.from));
  }
}
