import { seeded, type MatchingProblem, type Mentor, type Need } from '@fc/matching/engine';

/** Families who wait, and mentors of each of the two roles. */
export interface CountySize {
  readonly families: number;
  readonly mentorsOfEachRole: number;
}

const experiences = ['KIN_CARE', 'INFANTS', 'TEENS', 'SIBLINGS', 'RECOVERY'] as const;

/** What nobody in this county has, and the first family cannot do without. */
const rare = { kind: 'CULTURE' as const, value: 'Samoan', must: true };

type MentorRole = Need['mentorRole'];

/** A county as it could be, with names in the place of ids; every telling of that size makes the same one. All began to wait today. */
export function waitingCounty({ families, mentorsOfEachRole }: CountySize = { families: 300, mentorsOfEachRole: 60 }): MatchingProblem {
  const random = seeded(2026);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!; // no list here is empty
  const tongues = (): string[] => [...new Set([oneOf(['en', 'en', 'en', 'es', 'so', 'vi']), ...(random() < 0.6 ? ['en'] : [])])];
  const hours = (count: number): Need['hours'] => Array.from({ length: count }, () => ({ weekday: 1 + below(7), from: oneOf(['09:00', '13:00', '17:00']), to: oneOf(['19:00', '20:00', '21:00']) }));
  const trait = () => ({ kind: 'LIVED_EXPERIENCE' as const, value: oneOf(experiences) });
  const need = (number: number, mentorRole: MentorRole, who: string): Need => {
    const [languages, wishes] = [tongues(), random() < 0.4 ? [{ ...trait(), must: random() < 0.15 }] : []];
    const id = `${who} ${number}`;
    return { id, mentorRole, languages, firstLanguages: languages.slice(0, 1), closeTo: [`Parent ${number}`, `Caregiver ${number}`], triedBefore: [], waitingDays: 0, wishes: id === 'Parent 1' ? [rare] : wishes, hours: random() < 0.5 ? hours(2) : [], area: null, coLeaders: [] };
  };
  const mentor = (id: string, mentorRole: MentorRole): Mentor => {
    const traits = [...new Map([trait(), trait()].map((each) => [each.value, each])).values()];
    return { id, personId: id, mentorRole, languages: tongues(), capacity: 3 + below(4), load: 0, eligible: true, conflicts: [], away: false, traits, limits: [], hours: hours(4), areas: [] };
  };
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  return {
    needs: numbers(families).flatMap((number) => [need(number, 'PARENT_ALLY', 'Parent'), need(number, 'CAREGIVER_MENTOR', 'Caregiver')]),
    mentors: numbers(mentorsOfEachRole).flatMap((number) => [mentor(`Ally ${number}`, 'PARENT_ALLY'), mentor(`Mentor ${number}`, 'CAREGIVER_MENTOR')]),
    weights: { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 },
    together: { minutes: 60, pairs: numbers(families).map((number) => ({ parentNeedId: `Parent ${number}`, householdNeedId: `Caregiver ${number}` })) },
  };
}
