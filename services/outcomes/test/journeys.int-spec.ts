import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComfortCallHeldV1, EpisodeExitedV1, FamilyTimePlannedV1, FollowUpHeldV1, MatchAcceptedV1, MatchEndedV1, MeetingHeldV1, PlanAgreedV1, PreparationHeldV1, VisitHeldV1 } from '@fc/contracts';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';

interface Milestone {
  readonly key: string;
  readonly goal: string;
  readonly reachedAt: string | null;
  readonly days: number | null;
}

const query = 'query ($id: UUID!) { familyConnection(id: $id) { outcomes { milestones { key goal reachedAt days } } } }';
const zone = 'America/Los_Angeles';
/** Noon of the day that many days from today, on the county's calendar. */
const noonIn = (days: number): string => Temporal.Now.zonedDateTimeISO(zone).add({ days }).with({ hour: 12, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }).toInstant().toString();

let world: SharedWorld;
let king: TestCounty;
let family: TestFamily;
let connectionId: Id<'FamilyConnection'>;

const milestonesAs = async (actor: Actor, id: string = connectionId): Promise<readonly Milestone[]> =>
  (await actor.get<{ familyConnection: { outcomes: { milestones: readonly Milestone[] } } }>(query, { id })).familyConnection.outcomes.milestones;
const daysAs = async (actor: Actor, id?: string): Promise<Record<string, number | null>> => Object.fromEntries((await milestonesAs(actor, id)).map(({ key, days }) => [key, days]));

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  family = await placeFamily(king);
  connectionId = (await openConnection(king, family)) as Id<'FamilyConnection'>;
}, 120_000);
afterAll(() => world?.stop());

describe('what a family connection has reached', () => {
  it('R77 shows every milestone with the goal that it serves, none of them reached while the connection is new', async () => {
    const milestones = await eventually(() => milestonesAs(king.supervisor));
    expect(new Set(milestones.map(({ goal }) => goal))).toEqual(new Set(['EASIER_TRANSITION', 'REUNIFICATION', 'WELLBEING', 'STRONGER_RELATIONSHIPS', 'ENGAGEMENT']));
    expect(milestones.every(({ reachedAt, days }) => reachedAt === null && days === null)).toBe(true);
  });

  it("R77 dates each milestone by the first time it was reached, in days on the county's calendar, whatever order the events come in", async () => {
    const [childId, parentId] = [family.childIds[0] as Id<'Child'>, family.parent.personId as Id<'Person'>];
    const mentorId = newId<'Person'>();
    const matchId = newId<'MentorMatch'>();
    const sides = { PARENT_ALLY: parentId, CAREGIVER_MENTOR: family.householdId } as unknown as Record<'PARENT_ALLY' | 'CAREGIVER_MENTOR', Id<'Participant'>>; // a parent and a household are participants
    await king.say(FollowUpHeldV1, { followUpId: newId<'FollowUpSession'>(), matchId, connectionId, mentorRole: 'PARENT_ALLY', heldAt: noonIn(21) });
    await king.say(VisitHeldV1, { visitId: newId<'FamilyTimeVisit'>(), planId: newId<'FamilyTimePlan'>(), childId, parentId, heldAt: noonIn(9), minutes: 60, setting: 'NATURAL' });
    await king.say(VisitHeldV1, { visitId: newId<'FamilyTimeVisit'>(), planId: newId<'FamilyTimePlan'>(), childId, parentId, heldAt: noonIn(3), minutes: 45, setting: 'AGENCY' });
    await king.say(FamilyTimePlannedV1, { planId: newId<'FamilyTimePlan'>(), childId, parentId, setting: 'AGENCY', plannedAt: noonIn(-2) });
    await king.say(MeetingHeldV1, { meetingId: newId<'IntroductoryMeeting'>(), connectionId, kind: 'CONNECTIONS_MEETING', placementIds: [], heldAt: noonIn(12) });
    await king.say(MeetingHeldV1, { meetingId: newId<'IntroductoryMeeting'>(), connectionId, kind: 'ICEBREAKER', placementIds: [], heldAt: noonIn(5) });
    await king.say(PlanAgreedV1, { connectionId, planVersion: 1, agreedAt: noonIn(12) });
    for (const mentorRole of ['PARENT_ALLY', 'CAREGIVER_MENTOR'] as const) {
      await king.say(PreparationHeldV1, { preparationId: newId<'PreparationSession'>(), matchId, connectionId, mentorRole, heldAt: noonIn(4) });
      await king.say(MatchAcceptedV1, { matchId: newId<'MentorMatch'>(), mentorRole, mentorId, participantId: sides[mentorRole], acceptedAt: noonIn(1) });
    }
    await king.say(ComfortCallHeldV1, { comfortCallId: newId<'ComfortCall'>(), placementId: family.placementIds[0] as Id<'Placement'>, connectionId, heldAt: noonIn(0), withinWindow: true });
    await king.say(EpisodeExitedV1, { episodeId: newId<'FosterCareEpisode'>(), childId, exitedAt: noonIn(90), reason: 'REUNIFICATION' });
    const reached = {
      PARENT_ALLY_ACCEPTED: 1,
      CAREGIVER_MENTOR_ACCEPTED: 1,
      COMFORT_CALL: 0,
      PARENT_PREPARED: 4,
      CAREGIVER_PREPARED: 4,
      FAMILIES_MET: 5,
      PLAN_AGREED: 12,
      FOLLOW_UP: 21,
      FAMILY_TIME_PLANNED: 0,
      VISIT: 3,
      NATURAL_VISIT: 9,
      REUNIFICATION: 90,
    };
    await eventually(async () => expect(await daysAs(king.supervisor)).toEqual(reached));
    expect(await daysAs(family.parent)).toEqual(reached);
    expect(await daysAs(family.caregiver)).toEqual(reached);
  });

  it('counts the ally whom a parent brings along from an earlier connection, and not one whose match had ended', async () => {
    const [brought, left] = [await placeFamily(king, 'Brook'), await placeFamily(king, 'Lee')];
    const matches = [brought, left].map(({ parent }) => ({ matchId: newId<'MentorMatch'>(), mentorRole: 'PARENT_ALLY' as const, mentorId: newId<'Person'>(), participantId: parent.personId as Id<'Participant'> }));
    for (const match of matches) await king.say(MatchAcceptedV1, { ...match, acceptedAt: noonIn(-30) });
    await king.say(MatchEndedV1, { ...matches[1]!, endedAt: noonIn(-10) });
    const ids = [await openConnection(king, brought), await openConnection(king, left)];
    await eventually(async () => {
      const [withAlly, without] = await Promise.all(ids.map((id) => daysAs(king.supervisor, id)));
      expect([withAlly?.['PARENT_ALLY_ACCEPTED'], without?.['PARENT_ALLY_ACCEPTED']]).toEqual([0, null]);
    });
  });

  it('answers nobody who is not on the connection', async () => {
    const stranger = await king.person('PARENT', 'Robin');
    const { data, errors } = await stranger.ask<{ familyConnection: null }>(query, { id: connectionId });
    expect([data?.familyConnection ?? null, errors[0]?.extensions?.code]).toEqual([null, 'NOT_FOUND']);
    const past = await world.askDirectly<{ _entities: { outcomes: unknown }[] }>('outcomes', stranger, 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on FamilyConnection { outcomes { milestones { key } } } } }', {
      of: [{ __typename: 'FamilyConnection', id: connectionId }],
    });
    expect(past.data?._entities).toEqual([{ outcomes: null }]);
  });
});
