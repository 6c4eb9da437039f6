import { comesTo, primaryLanguage } from '../constraints.ts';
import type { Choices } from '../flow/instance.ts';
import { talk, weekOf, weeksMeet, wholeHoursOf, type Week } from '../hours.ts';
import { bindingConstraints, type BindingConstraint, type Mentor, type MentorRole, type Need, type Trait, type Weights } from '../matching-problem.ts';
import { hourPoints, plentyOfHours, waitingPoints, wishPoints } from '../score.ts';
import { dearest } from './dearest.ts';
import { MentorsOfRole } from './mentors-of-role.ts';

/** What one need asks, put so that a mentor is looked at in a few steps. */
interface Question {
  /** Of each language, 1 for every mentor who speaks it. */
  readonly languages: readonly Uint8Array[];
  readonly firstLanguages: readonly Uint8Array[];
  readonly area: string | null;
  readonly week: Week | null;
  readonly coLeaders: readonly { readonly week: Week | null; readonly minutes: number }[];
  /** So many wishes must be. */
  readonly musts: number;
  /** By the number of wishes that are met. */
  readonly wishPoints: readonly number[];
  readonly waitingPoints: number;
}

const aFew = 8;

/** What rules a mentor out for the need that is asked about, each a bit. */
const [tooClose, unwilling, triedBefore] = [1, 2, 4];

/** The place of each in `bindingConstraints`: how far a mentor has come who fails it. */
const step = Object.fromEntries(bindingConstraints.map((name, place) => [name, place])) as Record<BindingConstraint, number>;

/**
 * Finds who of many mentors a need could come to, for how many points, and why nobody is left for it, without comparing every two:
 * by lists of who speaks a language, comes to an area, is close to whom, and has what a family wishes for. It says of each pair what
 * `constraintBetween` and `pairPoints` say. Mentors are named by their places in the list that it is given.
 */
export class Candidates {
  readonly #mentors: readonly Mentor[];
  readonly #weights: Weights;
  readonly #hourPoints: readonly number[];
  readonly #weeks: readonly (Week | null)[];
  readonly #roles = new Map<MentorRole, MentorsOfRole>();
  readonly #speakers = new Map<string, Uint8Array>();
  readonly #closeTo = new Lists();
  readonly #persons = new Lists();
  readonly #unwilling = new Lists();
  readonly #having = new Lists();
  /** For the need that is asked about, of every mentor: what rules them out, how many of its wishes they meet, and how many of those that must be. */
  readonly #ruledOut: Uint8Array;
  readonly #met: Uint16Array;
  readonly #mustsMet: Uint16Array;
  readonly #nobodySpeaks: Uint8Array;

  constructor(mentors: readonly Mentor[], weights: Weights) {
    [this.#mentors, this.#weights] = [mentors, weights];
    this.#hourPoints = Array.from({ length: plentyOfHours + 1 }, (_, together) => hourPoints(together, weights));
    this.#weeks = mentors.map((mentor) => weekOf(mentor.hours));
    [this.#ruledOut, this.#met, this.#mustsMet, this.#nobodySpeaks] = [new Uint8Array(mentors.length), new Uint16Array(mentors.length), new Uint16Array(mentors.length), new Uint8Array(mentors.length)];
    for (const [number, mentor] of mentors.entries()) this.#enter(number, mentor);
  }

  /** All to whom this need could come; where they are more than `most`, those with the most points. Needs that are alike are given others by their `turn`. */
  of(need: Need, most = Number.POSITIVE_INFINITY, turn = 0): Choices {
    const among = this.#among(need);
    const question = this.#ask(need);
    const [mentors, points] = [new Int32Array(among.length), new Int32Array(among.length)];
    let count = 0;
    for (const mentor of among) {
      if (this.#reaches(question, mentor) !== step.CAPACITY) continue;
      mentors[count] = mentor;
      points[count] = this.#pointsOf(question, mentor);
      count += 1;
    }
    const found = { mentors: mentors.slice(0, count), points: points.slice(0, count) };
    return count > most ? dearest(found, most, turn, among) : found;
  }

  /** Of a need for which nobody was looked at: that anybody could bring the most there is. */
  unknown(need: Need): Choices {
    const { firstLanguage, wishes } = this.#weights;
    return { mentors: new Int32Array(), points: new Int32Array(), beyond: { among: this.#among(need), points: firstLanguage + wishes + this.#hourPoints[plentyOfHours]! + waitingPoints(need.waitingDays, this.#weights) } };
  }

  /** The first few to whom this need could come, of those who are asked for. */
  few(need: Need, isAskedFor: (mentor: number) => boolean = () => true): Choices {
    const question = this.#ask(need);
    const mentors: number[] = [];
    for (const mentor of this.#among(need)) {
      if (isAskedFor(mentor) && this.#reaches(question, mentor) === step.CAPACITY) mentors.push(mentor);
      if (mentors.length === aFew) break;
    }
    return { mentors: Int32Array.from(mentors), points: Int32Array.from(mentors, (mentor) => this.#pointsOf(question, mentor)) };
  }

  /** Why a need found nobody: the last thing that the mentor who came nearest failed. Where somebody would have fitted, a quota keeps those of `withheld` from everybody, or others took the places. */
  whyNobody(need: Need, withheld: ReadonlySet<number>): BindingConstraint {
    const role = this.#roles.get(need.mentorRole);
    if (!role) return 'ROLE';
    if (role.present.length === 0) return role.anyEligible ? 'AWAY' : 'ELIGIBILITY';
    const question = this.#ask(need);
    if (withheld.size > 0 && role.open.some((mentor) => withheld.has(mentor) && this.#reaches(question, mentor) === step.CAPACITY)) return 'QUOTA';
    let furthest = 0;
    for (const mentor of role.present) {
      furthest = Math.max(furthest, this.#reaches(question, mentor));
      if (furthest === step.CAPACITY) break;
    }
    return bindingConstraints[furthest]!; // a place in that list
  }

  /** Of those who fit but for the hours of somebody with whom they would lead, the first; null where there is none. */
  notFreeToLead(need: Need): Mentor | null {
    const question = this.#ask(need);
    const mentor = this.#roles.get(need.mentorRole)?.present.find((number) => this.#reaches(question, number) === step.CO_LEADER);
    return mentor === undefined ? null : this.#mentors[mentor]!; // one of that list
  }

  #enter(number: number, mentor: Mentor): void {
    const { mentorRole, languages, conflicts, limits, traits, personId } = mentor;
    let role = this.#roles.get(mentorRole);
    if (!role) this.#roles.set(mentorRole, (role = new MentorsOfRole(this.#mentors)));
    role.enter(number, mentor);
    for (const spoken of languages.map(primaryLanguage)) {
      let speakers = this.#speakers.get(spoken);
      if (!speakers) this.#speakers.set(spoken, (speakers = new Uint8Array(this.#mentors.length)));
      speakers[number] = 1;
    }
    this.#persons.put(personId, number);
    for (const person of [personId, ...conflicts]) this.#closeTo.put(person, number);
    for (const experience of limits) this.#unwilling.put(experience, number);
    for (const trait of new Set(traits.map(nameOf))) this.#having.put(trait, number);
  }

  #among({ mentorRole, languages, area }: Need): readonly number[] {
    return this.#roles.get(mentorRole)?.among([...new Set(languages.map(primaryLanguage))], area) ?? [];
  }

  /** From here on it is this need that mentors are asked about. */
  #ask(need: Need): Question {
    for (const list of [this.#ruledOut, this.#met, this.#mustsMet]) list.fill(0);
    const ruleOut = (mentors: readonly number[], why: number): void => mentors.forEach((mentor) => (this.#ruledOut[mentor]! |= why)); // each list here has every mentor
    for (const person of need.closeTo) ruleOut(this.#closeTo.of(person), tooClose);
    for (const { personId, conflicts } of need.coLeaders) {
      ruleOut(this.#closeTo.of(personId), tooClose);
      for (const person of conflicts) ruleOut(this.#persons.of(person), tooClose);
    }
    for (const person of need.triedBefore) ruleOut(this.#persons.of(person), triedBefore);
    for (const asked of need.wishes) {
      if (asked.kind === 'LIVED_EXPERIENCE') ruleOut(this.#unwilling.of(asked.value), unwilling);
      for (const mentor of this.#having.of(nameOf(asked))) {
        this.#met[mentor]! += 1;
        if (asked.must) this.#mustsMet[mentor]! += 1;
      }
    }
    const speakersOf = (tag: string): Uint8Array => this.#speakers.get(primaryLanguage(tag)) ?? this.#nobodySpeaks;
    return {
      languages: need.languages.map(speakersOf),
      firstLanguages: need.firstLanguages.map(speakersOf),
      area: need.area,
      week: weekOf(need.hours),
      coLeaders: need.coLeaders.map(({ hours: said, minutes }) => ({ week: weekOf(said), minutes })),
      musts: need.wishes.filter(({ must }) => must).length,
      wishPoints: Array.from({ length: need.wishes.length + 1 }, (_, met) => wishPoints(met, need.wishes.length, this.#weights)),
      waitingPoints: waitingPoints(need.waitingDays, this.#weights),
    };
  }

  /** How far in `bindingConstraints` a mentor who is there comes: to what they fail first, or to the end. Places are not counted here. */
  #reaches(question: Question, mentor: number): number {
    const ruledOut = this.#ruledOut[mentor]!; // each list here has every mentor
    if (ruledOut & tooClose) return step.CONFLICT;
    if (question.languages.length > 0 && !isIn(question.languages, mentor)) return step.LANGUAGE;
    if (ruledOut & unwilling) return step.LIMIT;
    if (this.#mustsMet[mentor] !== question.musts) return step.WISH;
    if (question.area !== null && !comesTo(this.#mentors[mentor]!, question.area)) return step.AREA;
    const week = this.#weeks[mentor]!;
    if (!weeksMeet(talk, question.week, week)) return step.HOURS;
    for (const leader of question.coLeaders) if (!weeksMeet(leader.minutes, week, leader.week)) return step.CO_LEADER;
    return ruledOut & triedBefore ? step.TRIED_BEFORE : step.CAPACITY;
  }

  #pointsOf(question: Question, mentor: number): number {
    const [own, theirs] = [question.week, this.#weeks[mentor]!]; // of every mentor
    const together = own && theirs ? Math.min(plentyOfHours, wholeHoursOf(own, theirs)) : 0;
    const first = isIn(question.firstLanguages, mentor) ? this.#weights.firstLanguage : 0;
    return first + question.wishPoints[this.#met[mentor]!]! + this.#hourPoints[together]! + question.waitingPoints;
  }
}

function isIn(lists: readonly Uint8Array[], mentor: number): boolean {
  for (const list of lists) if (list[mentor] === 1) return true;
  return false;
}

/** A trait goes by its kind and its word, in whatever letters. */
const nameOf = ({ kind, value }: Trait): string => `${kind} ${value.toLowerCase()}`;

/** Numbers by a word; none for a word that nobody has put. */
class Lists {
  readonly #of = new Map<string, number[]>();

  put(word: string, number: number): void {
    const before = this.#of.get(word);
    if (before) before.push(number);
    else this.#of.set(word, [number]);
  }

  of(word: string): readonly number[] {
    return this.#of.get(word) ?? [];
  }
}
