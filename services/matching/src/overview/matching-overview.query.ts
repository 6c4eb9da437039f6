import { Clock } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import { areaKey, comesTo, primaryLanguage } from '../engine/constraints.ts';
import type { Mentor, Need } from '../engine/matching-problem.ts';
import { MentorNeed, mentorRoles, type MentorRole } from '../needs/mentor-need.entity.ts';
import { usualWaits } from '../needs/usual-waits.ts';
import { mentorsFor, needsAsAsked } from '../runs/matching-input.ts';
import { partsFor } from './day-parts.ts';
import { MatchingOverviewView, MentorRoleLoadView, MentorShortageView, type ShortageKind } from './matching-overview.view.ts';

/** Reads how matching stands in the county. */
@Injectable()
export class MatchingOverview {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  ofCounty(): Promise<MatchingOverviewView> {
    return this.db.read(async (reader) => {
      const now = this.clock.now();
      const waiting = await reader.rows(MentorNeed, { metAt: null, withdrawnAt: null });
      const needs = await needsAsAsked(this.words, reader, waiting, now);
      const mentors = (await mentorsFor(this.words, reader, {}, now)).filter((mentor) => mentor.eligible && !mentor.away);
      const usual = await usualWaits(reader, now);
      const roles = mentorRoles.map((mentorRole) => roleLoad(mentorRole, needs, mentors, usual.get(mentorRole)?.days ?? null));
      const shortages = kinds.flatMap((kind) => shortagesOf(kind, needs, mentors)).sort((one, other) => other.waiting - other.freePlaces - (one.waiting - one.freePlaces));
      const wishing = waiting.filter(({ wishesOf }) => wishesOf);
      if (wishing.length > 0 && shortages.some(({ kind }) => kind === 'EXPERIENCE')) await this.db.auditProtectedRead('MatchingOverview.shortages', 'MentorNeed', wishing.map(({ id }) => id));
      return Object.assign(new MatchingOverviewView(), { roles, shortages });
    });
  }
}

const freePlaces = (mentors: readonly Mentor[]): number => mentors.reduce((sum, { capacity, load }) => sum + Math.max(0, capacity - load), 0);

function roleLoad(mentorRole: `${MentorRole}`, allNeeds: readonly Need[], allMentors: readonly Mentor[], usualWaitDays: number | null): MentorRoleLoadView {
  const [needs, mentors] = [allNeeds.filter((need) => need.mentorRole === mentorRole), allMentors.filter((mentor) => mentor.mentorRole === mentorRole)];
  const free = freePlaces(mentors);
  const counts = { waiting: needs.length, mentors: mentors.length, freePlaces: free, missingPlaces: Math.max(0, needs.length - free) };
  return Object.assign(new MentorRoleLoadView(), { mentorRole, ...counts, longestWaitDays: Math.max(0, ...needs.map((need) => need.waitingDays)), usualWaitDays });
}

interface Sides {
  readonly wanted: (need: Need) => readonly string[];
  readonly has: (mentor: Mentor, of: string) => boolean;
  /** What different words for one thing have in common. */
  readonly key?: (of: string) => string;
}

/** What a need asks for of that kind, and who has it. */
const sides: Record<`${ShortageKind}`, Sides> = {
  LANGUAGE: { wanted: (need) => need.firstLanguages.map(primaryLanguage), has: (mentor, language) => mentor.languages.some((tag) => primaryLanguage(tag) === language) },
  AREA: { wanted: (need) => (need.area === null ? [] : [need.area]), has: comesTo, key: areaKey },
  // Whoever can talk at other times too is not short of a mentor for this one.
  HOURS: { wanted: ({ hours }) => (hours.length > 0 && partsFor(hours).length === 1 ? partsFor(hours) : []), has: ({ hours }, part) => partsFor(hours).some((name) => name === part) },
  EXPERIENCE: { wanted: ({ wishes }) => wishes.flatMap(({ kind, value }) => (kind === 'LIVED_EXPERIENCE' ? [value] : [])), has: ({ traits }, value) => traits.some((trait) => trait.kind === 'LIVED_EXPERIENCE' && trait.value === value) },
};
const kinds = Object.keys(sides) as (keyof typeof sides)[]; // the keys of that very record

function shortagesOf(kind: `${ShortageKind}`, needs: readonly Need[], mentors: readonly Mentor[]): MentorShortageView[] {
  const { wanted, has, key = (of) => of } = sides[kind];
  return mentorRoles.flatMap((mentorRole) => {
    const theirs = needs.filter((need) => need.mentorRole === mentorRole);
    const asked = theirs.map((need) => ({ all: new Set(wanted(need).map(key)), words: wanted(need) }));
    return [...new Map(asked.flatMap(({ words }) => words).reverse().map((of) => [key(of), of]))].reverse().flatMap(([name, of]) => {
      const waiting = asked.filter(({ all }) => all.has(name)).length;
      const free = freePlaces(mentors.filter((mentor) => mentor.mentorRole === mentorRole && has(mentor, of)));
      return waiting > free ? [Object.assign(new MentorShortageView(), { mentorRole, kind, of, waiting, freePlaces: free })] : [];
    });
  });
}
