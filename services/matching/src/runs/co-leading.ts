import type { Id, Temporal } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import type { CoLeader, NeedsTogether } from '../engine/matching-problem.ts';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import type { ConnectionParty } from '../needs/connection-party.entity.ts';
import type { MentorNeed } from '../needs/mentor-need.entity.ts';
import { countyDay } from '../profiles/county-day.ts';
import { hoursOnClocksOf } from '../profiles/free-times.ts';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';

type Party = Pick<Row<ConnectionParty>, 'connectionId' | 'participantId' | 'closedAt'>;
type Waiting = Pick<Row<MentorNeed>, 'id' | 'participantId' | 'mentorRole'>;

/** The other families of each participant's open connections. */
export function otherFamilies(parties: readonly Party[]): (participantId: string) => ReadonlySet<Id<'Participant'>> {
  const on = new Map<string, Id<'Participant'>[]>();
  const of = new Map<string, string[]>();
  const put = <Item>(lists: Map<string, Item[]>, key: string, item: Item): unknown => lists.set(key, [...(lists.get(key) ?? []), item]);
  for (const { connectionId, participantId, closedAt } of parties) {
    if (closedAt !== null) continue;
    put(on, connectionId, participantId);
    put(of, participantId, connectionId);
  }
  return (participantId) => new Set((of.get(participantId) ?? []).flatMap((connectionId) => on.get(connectionId) ?? []).filter((other) => other !== participantId));
}

/** Those of these needs whose mentors will lead together: a parent's and a household's of one open connection. */
export function needsTogether(waiting: readonly Waiting[], others: ReturnType<typeof otherFamilies>): NeedsTogether[] {
  const households = new Map(waiting.filter(({ mentorRole }) => mentorRole === 'CAREGIVER_MENTOR').map((need) => [need.participantId as string, need.id]));
  return waiting
    .filter(({ mentorRole }) => mentorRole === 'PARENT_ALLY')
    .flatMap((parent) => [...others(parent.participantId)].flatMap((other) => (households.has(other) ? [{ parentNeedId: parent.id, householdNeedId: households.get(other)! }] : [])));
}

/** With whom a participant's mentor would lead: who mentors the other families already, or is asked to. */
export async function coLeaders(reader: Reader, participants: readonly Id<'Participant'>[], others: ReturnType<typeof otherFamilies>, now: Temporal.Instant): Promise<(need: Waiting) => CoLeader[]> {
  const families = [...new Set(participants.flatMap((participantId) => [...others(participantId)]))];
  const minutes = reader.context.county.settings.coLeadMinutes;
  if (families.length === 0) return () => [];
  const theirs = { participantId: { $in: families } };
  const pairs = [...(await reader.rows(MentorMatch, { ...theirs, endedAt: null }, { orderBy: { id: 'asc' } })), ...(await reader.rows(MatchProposal, { ...theirs, status: 'PROPOSED' }, { orderBy: { id: 'asc' } }))];
  const profiles = await reader.rows(MentorProfile, { personId: { $in: pairs.map(({ mentorId }) => mentorId) } });
  const { timeZone } = reader.context.county;
  const today = countyDay(reader, now);
  const leads = new Map(
    profiles.map((profile): [string, CoLeader] => {
      const { id: mentorId, personId, mentorRole, conflicts } = profile;
      return [`${personId} ${mentorRole}`, { mentorId, personId, conflicts, hours: hoursOnClocksOf(timeZone, profile.hours, profile.timeZone ?? timeZone, today), minutes }];
    }),
  );
  const pairsOf = Map.groupBy(pairs, (pair) => pair.participantId);
  return ({ participantId, mentorRole }) =>
    [...others(participantId)]
      .flatMap((family) => pairsOf.get(family) ?? [])
      .filter((pair) => pair.mentorRole !== mentorRole)
      .flatMap((pair) => leads.get(`${pair.mentorId} ${pair.mentorRole}`) ?? []);
}
