import { seeded, type MatchingProblem, type Mentor, type Need } from '@fc/matching/engine';

export interface CountySize {
  readonly families: number;
  readonly mentors: number;
  readonly seed: number;
}

/** Of all mentors, so many come to one area: a larger county has more areas, and a family as many mentors to choose from. */
const mentorsOfAnArea = 80;

const languages = ['en', 'en', 'en', 'es', 'es', 'vi', 'so', 'ru'] as const;
const experiences = ['RECOVERY', 'KIN_CARE', 'INFANTS', 'TEENS', 'SIBLINGS'] as const;
const weights = { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 };

/** Parents who wait, and Parent Allies with all that a run looks at: the same for the same size and seed. */
export function randomCounty({ families, mentors, seed }: CountySize): MatchingProblem {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <Each>(list: readonly Each[]): Each => list[below(list.length)]!; // none of these lists is empty
  const areas = Array.from({ length: Math.max(1, Math.round(mentors / mentorsOfAnArea)) }, (_, area) => `area ${area}`);
  const afternoons = (count: number): Mentor['hours'] => Array.from({ length: count }, () => ({ weekday: 1 + below(5), from: oneOf(['13:00', '15:00']), to: oneOf(['17:00', '19:00']) }));
  const needs = Array.from({ length: families }, (_, at): Need => {
    const first = oneOf(languages);
    return {
      ...{ id: `need ${at}`, mentorRole: 'PARENT_ALLY', languages: random() < 0.5 ? [...new Set([first, 'en'])] : [first], firstLanguages: [first] },
      ...{ closeTo: [`parent ${at}`, `child ${at}`, `caregiver ${at}`], triedBefore: random() < 0.1 ? [`ally ${below(mentors)}`] : [], waitingDays: below(31) },
      ...{ wishes: random() < 0.3 ? [{ kind: 'LIVED_EXPERIENCE', value: oneOf(experiences), must: random() < 0.2 }] : [], hours: afternoons(3), area: oneOf(areas), coLeaders: [] },
    };
  });
  const available = Array.from({ length: mentors }, (_, at): Mentor => {
    const capacity = 1 + below(3);
    return {
      ...{ id: `mentor ${at}`, personId: `ally ${at}`, mentorRole: 'PARENT_ALLY', languages: [...new Set([oneOf(languages), 'en'])], capacity, load: below(10) === 0 ? 1 : 0, eligible: random() < 0.97, away: random() < 0.03 },
      ...{ conflicts: random() < 0.1 ? [`parent ${below(families)}`] : [], traits: [{ kind: 'LIVED_EXPERIENCE', value: oneOf(experiences) }], limits: random() < 0.1 ? [oneOf(experiences)] : [], hours: afternoons(4), areas: [oneOf(areas)] },
    };
  });
  return { needs, mentors: available, weights };
}
