import { readinessAreas, readinessLevels, readinessPack, type ReadinessArea, type ReadinessLevel } from './readiness-pack.ts';

/** Levels by the question's id. */
export type ReadinessAnswers = Readonly<Record<string, `${ReadinessLevel}`>>;

/** From 0, nothing yet, to 1, always. */
export interface ReadinessScores {
  readonly overall: number;
  readonly areas: readonly { readonly area: ReadinessArea; readonly score: number }[];
}

const points = (level: `${ReadinessLevel}`): number => readinessLevels.indexOf(level as ReadinessLevel) / (readinessLevels.length - 1);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every question counts the same within its area, and every area the same: one that is asked about more weighs no more. */
export function scoresOf(answers: ReadinessAnswers): ReadinessScores {
  const areas = readinessAreas.flatMap((area) => {
    const given = readinessPack.questions.filter((question) => question.area === area).flatMap(({ id }) => answers[id] ?? []);
    return given.length > 0 ? [{ area, score: mean(given.map(points)) }] : [];
  });
  return { overall: areas.length > 0 ? mean(areas.map(({ score }) => score)) : 0, areas };
}
