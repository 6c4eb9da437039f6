import { Temporal, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, StateDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ReadinessAssessment } from './readiness-assessment.entity.ts';
import { ReadinessImprovement } from './readiness-improvement.entity.ts';
import { readinessPack } from './readiness-pack.ts';
import { CountyReadinessView, ReadinessAssessmentView, ReadinessImprovementView, SharedReadinessView } from './readiness.view.ts';
import type { ReadinessScores } from './scores.ts';

/** How many improvements one answer holds. */
const most = 250;

/** Reads a county's readiness for its own people, and what counties share of it for the state. */
@Injectable()
export class CountyReadiness {
  constructor(
    private readonly db: CountyDb,
    private readonly state: StateDb,
  ) {}

  own(): Promise<CountyReadinessView> {
    return this.db.read(async (reader) => {
      const assessments = await reader.rows(ReadinessAssessment, {}, { orderBy: { assessedOn: 'asc' } });
      const improvements = await reader.rows(ReadinessImprovement, {}, { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], limit: most });
      return Object.assign(new CountyReadinessView(), {
        version: readinessPack.version,
        questions: readinessPack.questions.map(({ id, ...question }) => ({ questionId: id, ...question })),
        policies: readinessPack.policies.map(({ id, text }) => ({ policyId: id, text })),
        assessments: assessments.map((assessment, at) => ReadinessAssessmentView.from(assessment, assessments[at - 1])),
        improvements: improvements.map(ReadinessImprovementView.from),
      });
    });
  }

  /** For the answer to whoever has just changed it. */
  async assessment(id: Id<'ReadinessAssessment'>): Promise<ReadinessAssessmentView> {
    const found = (await this.own()).assessments.find((assessment) => assessment.id === id);
    if (!found) throw new RowNotFound('ReadinessAssessment', id);
    return found;
  }

  /** For the answer to whoever has just changed it. */
  improvement(id: Id<'ReadinessImprovement'>): Promise<ReadinessImprovementView> {
    return this.db.read(async (reader) => ReadinessImprovementView.from(await reader.getRow(ReadinessImprovement, id)));
  }

  /** For the administration of the state, who belong to no county. */
  shared(): Promise<SharedReadinessView[]> {
    return this.state.read(async (state) => {
      const rows = await state.sql<{ county: string; assessedOn: string; scores: ReadinessScores; policiesInPlace: number; policies: number }>(
        `select county_name as county, assessed_on::text as "assessedOn", scores, policies_in_place as "policiesInPlace", policies from shared_readiness order by county_name, county, assessed_on`,
      );
      return rows.map(({ assessedOn, ...row }) => SharedReadinessView.from({ ...row, assessedOn: Temporal.PlainDate.from(assessedOn) }));
    });
  }
}
