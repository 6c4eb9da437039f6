import type { Id, Temporal } from '@fc/domain-kernel';
import type { FilterQuery, Reader, Row } from '@fc/tenancy';
import type { MatchingProblem, Mentor, Need, NeedsTogether } from '../engine/matching-problem.ts';
import { ConnectionParty } from '../needs/connection-party.entity.ts';
import type { MentorNeed } from '../needs/mentor-need.entity.ts';
import { languagesToTalkIn } from '../people/language-wish.ts';
import { KnownPerson } from '../people/known-person.entity.ts';
import type { OwnWords } from '../own-words/own-words.ts';
import { countyDay } from '../profiles/county-day.ts';
import { mentorLoads } from '../profiles/mentor-load.ts';
import { cannotBeHad, hoursOnClocksOf } from '../profiles/free-times.ts';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { standingsOf } from '../profiles/standing.ts';
import { peopleOnTheCase } from './close-people.ts';
import { coLeaders, needsTogether, otherFamilies } from './co-leading.ts';
import { quotasOf } from './quotas.ts';

export type WaitingNeed = Pick<Row<MentorNeed>, 'id' | 'participantId' | 'mentorRole' | 'since' | 'ownWishes' | 'wishesOf' | 'wishes' | 'languageWish' | 'hours' | 'area'>;

/** All that the engine goes by to find mentors for these needs. */
export async function problemOf(words: OwnWords, reader: Reader, waiting: readonly WaitingNeed[], now: Temporal.Instant, seed: number): Promise<MatchingProblem> {
  const { matchingWeights: weights, coLeadMinutes: minutes } = reader.context.county.settings;
  const mentors = await mentorsFor(words, reader, {}, now);
  const { needs, together: pairs } = await waitingAsAsked(words, reader, waiting, now);
  return { needs, mentors, weights, seed, together: { pairs, minutes }, quotas: await quotasOf(reader, mentors, now) };
}

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** These needs as the engine takes them, in their order; without those of whom somebody was erased. */
export const needsAsAsked = async (words: OwnWords, reader: Reader, waiting: readonly WaitingNeed[], now: Temporal.Instant): Promise<Need[]> => (await waitingAsAsked(words, reader, waiting, now)).needs;

/** The same, with those whose mentors will lead together. */
export async function waitingAsAsked(words: OwnWords, reader: Reader, waiting: readonly WaitingNeed[], now: Temporal.Instant): Promise<{ readonly needs: Need[]; readonly together: NeedsTogether[] }> {
  const own = await reader.rows(ConnectionParty, { participantId: { $in: waiting.map((need) => need.participantId) } }, { orderBy: { personId: 'asc' } });
  const around = await reader.rows(ConnectionParty, { connectionId: { $in: distinct(own.map((party) => party.connectionId)) } }, { orderBy: { connectionId: 'asc', personId: 'asc' } });
  const people = await reader.rows(KnownPerson, { id: { $in: distinct(own.map((party) => party.personId)) } });
  const languagesOf = new Map(people.map((person) => [person.id, person.languages]));
  const tried = await pairsTriedBefore(reader, waiting);
  const others = otherFamilies(around);
  const onTheCaseOf = await peopleOnTheCase(reader, own);
  const leadersOf = await coLeaders(reader, waiting.map(({ participantId }) => participantId), others, now);
  const asked = await words.ofFamilies(reader, waiting);
  const partiesOf = Map.groupBy(own, ({ participantId }) => participantId);
  const aroundOf = Map.groupBy(around, ({ connectionId }) => connectionId);
  const triedOf = Map.groupBy(tried, (pair) => `${pair.participant_id} ${pair.mentor_role}`);
  const needs = waiting.flatMap((need, index) => {
    const wishes = asked[index];
    if (!wishes) return [];
    const parties = partiesOf.get(need.participantId) ?? [];
    const onConnections = distinct(parties.map((party) => party.connectionId)).flatMap((connection) => aroundOf.get(connection) ?? []);
    const spoken = distinct(parties.map((party) => party.personId)).map((person) => languagesOf.get(person) ?? []);
    return [{
      id: need.id,
      mentorRole: need.mentorRole,
      ...languagesToTalkIn({ languages: distinct(spoken.flat()), firstLanguages: distinct(spoken.flatMap((languages) => languages.slice(0, 1))) }, need.languageWish ?? null),
      closeTo: distinct([...onConnections.map((party) => party.personId), ...onTheCaseOf(need.participantId)]),
      triedBefore: (triedOf.get(`${need.participantId} ${need.mentorRole}`) ?? []).map((pair) => pair.mentor_id),
      ...{ wishes, hours: need.hours, area: need.area ?? null, coLeaders: leadersOf(need) },
      waitingDays: Math.max(0, Math.floor(now.since(need.since).total('days'))),
    }];
  });
  return { needs, together: needsTogether(waiting, others) };
}

/** The mentors of that kind as the engine takes them; whoever was erased is not eligible. */
export async function mentorsFor(words: OwnWords, reader: Reader, which: FilterQuery<MentorProfile>, now: Temporal.Instant): Promise<Mentor[]> {
  const profiles = await reader.rows(MentorProfile, which, { orderBy: { id: 'asc' } });
  const said = await words.ofMentors(reader, profiles);
  const loads = await mentorLoads(reader, profiles);
  const standings = await standingsOf(reader, profiles, now);
  const prohibitedWith = await prohibitedPairs(reader);
  const { settings, timeZone } = reader.context.county;
  const today = countyDay(reader, now);
  return profiles.map((profile, index) => {
    const { matches, proposals } = loads[index] ?? { matches: 0, proposals: 0 };
    const { id, personId, mentorRole, languages, capacity, areas } = profile;
    const own = said[index] ?? null;
    const zone = profile.timeZone ?? timeZone;
    return {
      ...{ id, personId, mentorRole, languages, capacity, areas, traits: own?.traits ?? [], limits: own?.limits ?? [], hours: hoursOnClocksOf(timeZone, profile.hours, zone, today) },
      away: cannotBeHad(profile, today, settings.proposalAnswerDays, zone),
      load: matches + proposals,
      eligible: own !== null && (standings[index]?.eligible ?? false),
      conflicts: [...profile.conflicts, ...prohibitedWith(personId)],
    };
  });
}

/** Who said no, was said no to, did not answer, came to an end with whom, or was ruled out by a coordinator. What nobody approved was asked of nobody. */
const pairsTriedBefore = (reader: Reader, needs: readonly WaitingNeed[]): Promise<{ participant_id: string; mentor_role: string; mentor_id: string }[]> =>
  needs.length === 0
    ? Promise.resolve([])
    : reader.sql(
        `select participant_id, mentor_role, mentor_id from (
           select participant_id, mentor_role, mentor_id from match_proposal where not_again or (approved_at is not null and status in ('DECLINED', 'TIMED_OUT'))
           union
           select participant_id, mentor_role, mentor_id from mentor_match where ended_at is not null
         ) tried
          where participant_id in (${needs.map(() => '?').join(', ')}) order by mentor_id`,
        needs.map((need) => need.participantId),
      );

/**
 * Who may have no contact, on whatever channel, now or later, or might not once: whoever stood against somebody is no mentor of
 * theirs after it either. Some hours of the week leave others, and what ended before it began never was.
 */
async function prohibitedPairs(reader: Reader): Promise<(person: Id<'Person'>) => Id<'Person'>[]> {
  const rows = await reader.sql<{ first_person_id: Id<'Person'>; second_person_id: Id<'Person'> }>(
    `select first_person_id, second_person_id from contact_rule where kind = 'PROHIBITION' and hours is null and (ends_at is null or ends_at > starts_at) order by first_person_id, second_person_id`,
    [],
  );
  const pairs = rows.flatMap(({ first_person_id: one, second_person_id: other }) => [{ one, other }, { one: other, other: one }]);
  const of = Map.groupBy(pairs, ({ one }) => one);
  return (person) => (of.get(person) ?? []).map(({ other }) => other);
}
