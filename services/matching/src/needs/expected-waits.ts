import type { Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { constraintBetween, primaryLanguage } from '../engine/constraints.ts';
import type { Mentor } from '../engine/matching-problem.ts';
import type { OwnWords } from '../own-words/own-words.ts';
import { needsAsAsked, type WaitingNeed } from '../runs/matching-input.ts';
import { comesFirst } from '../runs/comes-first.ts';
import { daysToGo, type Wait } from './days-to-go.ts';
import { fewestToTell, lately } from './usual-waits.ts';

/** What whoever waits may expect. */
export interface ExpectedWait {
  readonly waitedDays: number;
  /** They have waited longer than the county lets anybody wait behind others. */
  readonly comesFirst: boolean;
  /** So many mentors could be theirs, with a place or without. */
  readonly possibleMentors: number;
  /** How many days more; null where nobody could be theirs at present, and where too few waited like them. */
  readonly days: number | null;
}

/**
 * What each of these needs may expect, by its id: how long people of that role waited on who had waited as long; where enough of
 * them asked in a language of theirs, those alone. A family is told of as many people as `usualWaits` asks for, and no fewer.
 */
export async function expectedWaits(words: OwnWords, reader: Reader, waiting: readonly WaitingNeed[], mentors: readonly Mentor[], now: Temporal.Instant): Promise<ReadonlyMap<string, ExpectedWait>> {
  if (waiting.length === 0) return new Map();
  const past = await pastWaits(reader, now);
  const needs = await needsAsAsked(words, reader, waiting, now);
  return new Map(
    needs.map((need) => {
      const possibleMentors = mentors.filter((mentor) => [null, 'CAPACITY'].includes(constraintBetween(need, mentor))).length;
      const tongues = need.firstLanguages.map(primaryLanguage);
      const likeThem = past.filter(({ role }) => role === need.mentorRole);
      const inTheirs = likeThem.filter(({ languages }) => languages.some((language) => tongues.includes(language)));
      const days = possibleMentors > 0 ? (daysToGo(inTheirs, need.waitingDays, fewestToTell) ?? daysToGo(likeThem, need.waitingDays, fewestToTell)) : null;
      return [need.id, { waitedDays: need.waitingDays, comesFirst: comesFirst(reader, need), possibleMentors, days }] as const;
    }),
  );
}

interface PastWait extends Wait {
  readonly role: string;
  /** The primary languages in which they are most comfortable. */
  readonly languages: readonly string[];
}

/** The waits that ended in the last year, and those that go on. */
const pastWaits = (reader: Reader, now: Temporal.Instant): Promise<PastWait[]> =>
  reader.sql<PastWait>(
    `select need.mentor_role as role, need.met_at is not null as met, floor(greatest(0, extract(epoch from coalesce(need.met_at, need.withdrawn_at, ?::timestamptz) - need.since) / 86400))::int as days,
            coalesce(spoken.languages, '{}') as languages
       from mentor_need need
       left join (select party.participant_id, array_agg(distinct lower(split_part(person.languages[1], '-', 1))) as languages
                    from connection_party party join known_person person on person.id = party.person_id and cardinality(person.languages) > 0 group by party.participant_id) spoken using (participant_id)
      where coalesce(need.met_at, need.withdrawn_at) is null or coalesce(need.met_at, need.withdrawn_at) > ?::timestamptz`,
    [now.toString(), now.subtract({ hours: 24 * lately }).toString()],
  );
