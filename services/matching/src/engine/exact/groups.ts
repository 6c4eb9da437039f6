import type { Couple, CoupledInstance } from './coupled.ts';

/** Needs that hang together by couples; a need without one is alone. What one of them gets says what the others may get, and nobody else. */
export interface Group {
  readonly needs: readonly number[];
  /** Couples, by their places in `needs`, the earlier first. */
  readonly ties: readonly (readonly [number, number])[];
}

/** A mentor for each need of a group, or nobody, in the order of its needs; what that is worth, for whatever is counted. */
export interface Way {
  readonly mentors: readonly (number | null)[];
  readonly worth: number;
}

/** What a mentor is worth to a need; `at` is the mentor's place among the need's choices. */
export type Worth = (need: number, at: number) => number;

export function groupsOf({ instance, couples }: Pick<CoupledInstance, 'instance' | 'couples'>): Group[] {
  const tied = new Map<number, Couple[]>();
  for (const couple of couples) for (const need of [couple.parent, couple.household]) tied.set(need, [...(tied.get(need) ?? []), couple]);
  const left = new Set(instance.choices.keys());
  const groups: Group[] = [];
  for (const first of instance.choices.keys()) {
    if (!left.delete(first)) continue;
    const needs = [first];
    for (const need of needs) for (const { parent, household } of tied.get(need) ?? []) for (const other of [parent, household]) if (left.delete(other)) needs.push(other);
    const within = new Set(needs.flatMap((need) => tied.get(need) ?? []));
    groups.push({ needs, ties: [...within].map(({ parent, household }) => [needs.indexOf(parent), needs.indexOf(household)].sort((one, other) => one - other) as [number, number]) });
  }
  return groups;
}

/**
 * Goes through the ways to serve a group that are worth more than `least`, the most promising first, with mentors who are free
 * together where needs are tied; `found` answers what the next way has to exceed.
 */
export function searchWays({ needs, ties }: Group, { instance, together }: Pick<CoupledInstance, 'instance' | 'together'>, worth: Worth, least: number, found: (way: Way) => number): void {
  const options = needs.map((need) => {
    const each = Array.from(instance.choices[need]?.mentors ?? [], (mentor, at): { mentor: number | null; worth: number } => ({ mentor, worth: worth(need, at) }));
    return [...each, { mentor: null, worth: 0 }].sort((one, other) => other.worth - one.worth);
  });
  const rest = [0];
  for (const { worth: most } of options.map(([best]) => best!).reverse()) rest.unshift((rest[0] ?? 0) + most); // nobody is always an option
  const earlier = needs.map((_, place) => ties.filter(([, later]) => later === place).map(([first]) => first));
  const mentors: (number | null)[] = [];
  let bar = least;
  const fits = (mentor: number, place: number): boolean =>
    earlier[place]!.every((other) => {
      const theirs = mentors[other] ?? null;
      return theirs === null || together(theirs, mentor);
    });
  const from = (place: number, sofar: number): void => {
    if (place === needs.length) bar = found({ mentors: [...mentors], worth: sofar });
    else
      for (const option of options[place]!) {
        if (sofar + option.worth + rest[place + 1]! <= bar) return; // the others are worth no more
        if (option.mentor !== null && !fits(option.mentor, place)) continue;
        mentors.push(option.mentor);
        from(place + 1, sofar + option.worth);
        mentors.pop();
      }
  };
  if (needs.length > 0 && rest[0]! > bar) from(0, 0);
}

/** The ways that are worth the most, of those worth more than `least`: the best first, `count` of them at most. */
export function bestWays(group: Group, coupled: Pick<CoupledInstance, 'instance' | 'together'>, worth: Worth, least: number, count: number): Way[] {
  const best: Way[] = [];
  searchWays(group, coupled, worth, least, (way) => {
    best.push(way);
    best.sort((one, other) => other.worth - one.worth);
    if (best.length > count) best.pop();
    return best.length < count ? least : best[count - 1]!.worth; // as many as that
  });
  return best;
}
