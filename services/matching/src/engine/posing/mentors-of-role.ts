import { areaKey, comesTo, primaryLanguage } from '../constraints.ts';
import type { Mentor } from '../matching-problem.ts';

const none: readonly number[] = [];

/** The mentors of one role who could be proposed to anybody, by their numbers, the lowest first. */
export class MentorsOfRole {
  /** Whether anybody is eligible, on leave or not. */
  anyEligible = false;
  /** Who is eligible and there. */
  readonly present: number[] = [];
  /** Those of them with a free place. */
  readonly open: number[] = [];
  readonly #mentors: readonly Mentor[];
  readonly #speaking = new Map<string, number[]>();
  readonly #comingTo = new Map<string, readonly number[]>();

  /** `mentors` are those whom the numbers mean, of whatever role. */
  constructor(mentors: readonly Mentor[]) {
    this.#mentors = mentors;
  }

  /** Numbers come in their order. */
  enter(number: number, { eligible, away, load, capacity, languages }: Mentor): void {
    this.anyEligible ||= eligible;
    if (!eligible || away) return;
    this.present.push(number);
    if (load >= capacity) return;
    this.open.push(number);
    for (const language of new Set(languages.map(primaryLanguage))) {
      const speaking = this.#speaking.get(language);
      if (speaking) speaking.push(number);
      else this.#speaking.set(language, [number]);
    }
  }

  /** A short list that holds all with a free place who speak one of these languages, where any is named, and come to the area. Who asks alike gets the same list. */
  among(languages: readonly string[], area: string | null): readonly number[] {
    const speaking = languages.length === 1 ? (this.#speaking.get(languages[0]!) ?? none) : this.open; // it has one
    const coming = area === null ? this.open : this.#whoComesTo(area);
    return coming.length < speaking.length ? coming : speaking;
  }

  #whoComesTo(area: string): readonly number[] {
    const key = areaKey(area);
    let coming = this.#comingTo.get(key);
    if (!coming) this.#comingTo.set(key, (coming = this.open.filter((number) => comesTo(this.#mentors[number]!, area)))); // its own numbers
    return coming;
  }
}
