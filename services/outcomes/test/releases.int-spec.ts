import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComfortCallHeldV1, ConnectionOpenedV1, EpisodeExitedV1, MeetingHeldV1, PlacementStartedV1, TrainingCompletedV1, VisitHeldV1, WindowMissedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { outcomes } from '../src/index.ts';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

const countyQuery = `query ($from: LocalDate!, $to: LocalDate!) { countyOutcomes(from: $from, to: $to) {
  connectionsOpened connectionsMet medianDaysToMeeting comfortCallsHeld comfortCallsWithinWindow icebreakersHeld connectionsMeetingsHeld
  windowsMissed visitsHeld naturalSettingShare reunifications medianDaysToReunification placementMoves trainingsCompleted } }`;
const releaseQuery = 'query ($year: Int!) { stateRelease(year: $year) { year threshold tables { measure total note categories { category count } counties { county total categories { category count } } } } }';
const year2025 = { from: '2025-01-01', to: '2025-12-31' };

interface Table {
  readonly measure: string;
  readonly total: number | null;
  readonly note: string | null;
  readonly counties: readonly { readonly county: string; readonly total: number | null; readonly categories: readonly { readonly category: string; readonly count: number | null }[] }[];
}

let world: World;
let king: TestCounty;
let pierce: TestCounty;
let administrator: Actor;

const outcomesOf = async (county: TestCounty): Promise<Record<string, number | null>> => (await county.supervisor.get<{ countyOutcomes: Record<string, number | null> }>(countyQuery, year2025)).countyOutcomes;
const codeOf = async (asked: Promise<{ errors: readonly { extensions?: { code?: string } }[] }>): Promise<string | undefined> => (await asked).errors[0]?.extensions?.code;
const tableOf = async (measure: string): Promise<Table> => (await administrator.get<{ stateRelease: { tables: Table[] } }>(releaseQuery, { year: 2025 })).stateRelease.tables.find((table) => table.measure === measure)!;
const countsOf = ({ counties }: Table): (number | null)[][] => counties.map(({ categories }) => categories.map(({ count }) => count));

async function visits(county: TestCounty, counts: Readonly<Record<'NATURAL' | 'AGENCY' | 'VIRTUAL', number>>): Promise<void> {
  for (const setting of ['NATURAL', 'AGENCY', 'VIRTUAL'] as const)
    for (let visit = 0; visit < counts[setting]; visit += 1)
      await county.say(VisitHeldV1, { visitId: newId<'FamilyTimeVisit'>(), planId: newId<'FamilyTimePlan'>(), childId: newId<'Child'>(), parentId: newId<'Person'>(), heldAt: '2025-03-05T20:00:00Z', minutes: 60, setting });
}

async function openConnection(county: TestCounty, openedAt: string): Promise<Id<'FamilyConnection'>> {
  const connectionId = newId<'FamilyConnection'>();
  await county.say(ConnectionOpenedV1, { connectionId, parentId: newId<'Person'>(), householdId: newId<'CaregiverHousehold'>(), caregiverIds: [newId<'Person'>()], children: [{ childId: newId<'Child'>(), placementId: newId<'Placement'>() }], openedAt });
  return connectionId;
}

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, outcomes] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  administrator = await world.stateAdministrator();
}, 120_000);
afterAll(() => world?.stop());

describe("a county's own outcomes", () => {
  it('counts what happened in the period, real and to the last one', async () => {
    const [fast, slow] = [await openConnection(king, '2025-02-01T18:00:00Z'), await openConnection(king, '2025-02-01T18:00:00Z')];
    await openConnection(king, '2024-12-31T18:00:00Z'); // another year
    const met = { placementIds: [], kind: 'ICEBREAKER' as const };
    await king.say(MeetingHeldV1, { ...met, meetingId: newId<'IntroductoryMeeting'>(), connectionId: fast, heldAt: '2025-02-05T18:00:00Z' });
    await king.say(MeetingHeldV1, { ...met, meetingId: newId<'IntroductoryMeeting'>(), connectionId: fast, kind: 'CONNECTIONS_MEETING', heldAt: '2025-02-15T18:00:00Z' });
    await king.say(MeetingHeldV1, { ...met, meetingId: newId<'IntroductoryMeeting'>(), connectionId: slow, heldAt: '2025-02-07T18:00:00Z' });
    for (const withinWindow of [true, false]) await king.say(ComfortCallHeldV1, { comfortCallId: newId<'ComfortCall'>(), placementId: newId<'Placement'>(), connectionId: fast, heldAt: '2025-02-01T20:00:00Z', withinWindow });
    await king.say(WindowMissedV1, { windowId: newId<'Window'>(), kind: 'ICEBREAKER', placementId: newId<'Placement'>(), closedAt: '2025-02-07T08:00:00Z', reason: 'UNREACHABLE' });
    const [episodeId, childId] = [newId<'FosterCareEpisode'>(), newId<'Child'>()];
    await king.say(EpisodeExitedV1, { episodeId, childId, exitedAt: '2025-03-02T18:00:00Z', reason: 'REUNIFICATION' });
    const placed = { childId, episodeId, type: 'FOSTER_FAMILY_HOME' as const, countsAsMove: true, householdId: newId<'CaregiverHousehold'>(), removedAt: { at: '2025-01-01T18:00:00Z', precision: 'DATE' as const } };
    await king.say(PlacementStartedV1, { ...placed, placementId: newId<'Placement'>(), firstOfEpisode: true, previousPlacementId: null, startedAt: { at: '2025-01-02T18:00:00Z', precision: 'MINUTE' } });
    await king.say(PlacementStartedV1, { ...placed, placementId: newId<'Placement'>(), firstOfEpisode: false, previousPlacementId: newId<'Placement'>(), startedAt: { at: '2025-01-20T18:00:00Z', precision: 'MINUTE' } });
    await king.say(TrainingCompletedV1, { completionId: newId<'TrainingCompletion'>(), personId: newId<'Person'>(), trainingKey: 'healthy-communication', completedAt: '2025-04-01T18:00:00Z' });
    await visits(king, { NATURAL: 30, AGENCY: 12, VIRTUAL: 15 });

    await eventually(async () =>
      expect(await outcomesOf(king)).toEqual({
        connectionsOpened: 2,
        connectionsMet: 2,
        medianDaysToMeeting: 5,
        comfortCallsHeld: 2,
        comfortCallsWithinWindow: 1,
        icebreakersHeld: 2,
        connectionsMeetingsHeld: 1,
        windowsMissed: 1,
        visitsHeld: 57,
        naturalSettingShare: 30 / 57,
        reunifications: 1,
        medianDaysToReunification: 60,
        placementMoves: 1,
        trainingsCompleted: 1,
      }),
    );
  });

  it("R10 keeps the pilot county's figures to itself: another county sees only its own", async () => {
    await visits(pierce, { NATURAL: 4, AGENCY: 25, VIRTUAL: 20 });
    await eventually(async () => expect(await outcomesOf(pierce)).toMatchObject({ visitsHeld: 49, connectionsOpened: 0, medianDaysToMeeting: null, reunifications: 0 }));
    expect(await outcomesOf(king)).toMatchObject({ visitsHeld: 57 });
  });

  it('refuses a parent, and a period that runs backwards', async () => {
    const parent = await king.person('PARENT');
    expect(await codeOf(parent.ask(countyQuery, year2025))).toBe('FORBIDDEN');
    expect(await codeOf(king.supervisor.ask(countyQuery, { from: '2025-02-01', to: '2025-01-31' }))).toBe('OUTCOMES.PERIOD_BACKWARDS');
  });
});

describe('what the state gets', () => {
  it('lets each fact leave once, for a program supervisor alone, with nothing that joins back to anybody', async () => {
    const publish = 'mutation { publishStateFacts }';
    expect(await codeOf((await king.person('COORDINATOR')).ask(publish))).toBe('FORBIDDEN');
    const sent = [king, pierce].map(async ({ supervisor }) => (await supervisor.get<{ publishStateFacts: number }>(publish)).publishStateFacts);
    expect(await Promise.all(sent)).toEqual([66, 49]); // 57 visits, 3 connections, 3 meetings, 2 calls and an exit; 49 visits
    expect((await king.supervisor.get<{ publishStateFacts: number }>(publish)).publishStateFacts).toBe(0);

    const facts = await world.stateRows<Record<string, unknown>>('select *, month::text from outcomes.state_fact order by id');
    expect(facts).toHaveLength(115);
    expect(Object.keys(facts[0]!).sort()).toEqual(['category', 'county', 'id', 'measure', 'month']);
    expect(facts.every(({ month }) => String(month).endsWith('-01'))).toBe(true);
    const [keys] = await king.rows<{ known: string }>('select count(*) as known from outcomes.outcome_fact where id::text = any($1) or source_id = any($1)', [facts.map(({ id }) => id)]);
    expect(keys?.known).toBe('0');
    // Random and not made of time: version 4.
    expect(facts.every(({ id }) => String(id)[14] === '4')).toBe(true);
  });

  it('S85 releases the counties side by side, with small counts hidden, what would give them away too, and zero shown as zero', async () => {
    const visitsHeld = await tableOf('VISITS_HELD');
    const [inKing = [], inPierce = []] = countsOf(visitsHeld);
    // The 4 natural visits of Pierce are few; its row and its column would each give them away.
    expect(inPierce[0]).toBeNull();
    expect([inKing, inPierce].map((row) => row.filter((count) => count === null).length)).toEqual([2, 2]);
    expect(visitsHeld).toMatchObject({ total: 106, note: expect.stringContaining('1 to 9'), counties: [{ county: king.county.name, total: 57 }, { county: pierce.county.name, total: 49 }] });
    expect(await tableOf('MATCHES_ACCEPTED')).toMatchObject({ total: 0, counties: [{ total: 0 }, { total: 0 }], note: null });
  });

  it('R10 publishes no figures by county, and says so, where the pilot is still too small for them', async () => {
    expect(await tableOf('MEETINGS_HELD')).toMatchObject({ total: null, counties: [], categories: [], note: expect.stringContaining('too small') });
  });

  it('gives outcomes a role in the state that adds and takes back facts, changes none, and reaches neither the registry nor a county', async () => {
    const { stateDatabase } = world.platform;
    const [may] = await world.stateRows<Record<string, boolean>>(
      `select has_table_privilege($1, 'outcomes.state_fact', 'insert, delete') as add, has_table_privilege($1, 'outcomes.state_fact', 'update') as change,
              has_schema_privilege($1, 'registry', 'usage') as registry, has_database_privilege($1, $2, 'connect') as county, has_database_privilege($3, $4, 'connect') as back`,
      [`${stateDatabase}_outcomes`, king.county.database.name, `${king.county.slug}_outcomes`, stateDatabase],
    );
    expect(may).toEqual({ add: true, change: false, registry: false, county: false, back: false });
  });

  it('answers the administration of the state with the release, and with no data of any county', async () => {
    expect(await codeOf(administrator.ask(countyQuery, year2025))).toBe('NO_COUNTY');
    expect(await codeOf(administrator.ask('mutation { publishStateFacts }'))).toBe('NO_COUNTY');
    expect(await codeOf(administrator.ask('{ me { id } }'))).toBe('NO_COUNTY');
    expect(await codeOf(administrator.ask('{ familyConnections { nodes { id } } }'))).toBe('NO_COUNTY');
    const entities = await world.askDirectly('outcomes', administrator, 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on FamilyConnection { outcomes { milestones { key } } } } }', {
      of: [{ __typename: 'FamilyConnection', id: newId() }],
    });
    expect(entities.errors[0]?.extensions?.code).toBe('NO_COUNTY');
  });

  it('refuses the release to everybody of a county, its program supervisor too', async () => {
    expect(await codeOf(king.supervisor.ask(releaseQuery, { year: 2025 }))).toBe('FORBIDDEN');
    expect(await codeOf((await king.person('PARENT')).ask(releaseQuery, { year: 2025 }))).toBe('FORBIDDEN');
  });

  it('takes back what it has of a connection that is withheld, and lets no more of it go', async () => {
    const connectionId = await openConnection(pierce, '2025-05-01T18:00:00Z');
    const publish = async (): Promise<number> => (await pierce.supervisor.get<{ publishStateFacts: number }>('mutation { publishStateFacts }')).publishStateFacts;
    const withhold = async (): Promise<number> => (await pierce.supervisor.get<{ withholdFromState: number }>('mutation ($id: UUID!) { withholdFromState(connectionId: $id) }', { id: connectionId })).withholdFromState;
    const inState = async (): Promise<number> => (await world.stateRows('select 1 from outcomes.state_fact where county = $1', [pierce.county.slug])).length;
    await eventually(async () => expect(await outcomesOf(pierce)).toMatchObject({ connectionsOpened: 1 }));
    expect([await publish(), await inState()]).toEqual([1, 50]);
    expect([await withhold(), await withhold(), await inState()]).toEqual([1, 0, 49]);
    await pierce.say(MeetingHeldV1, { meetingId: newId<'IntroductoryMeeting'>(), connectionId, kind: 'ICEBREAKER', placementIds: [], heldAt: '2025-05-05T18:00:00Z' });
    await eventually(async () => expect(await outcomesOf(pierce)).toMatchObject({ icebreakersHeld: 1 }));
    expect([await publish(), await inState()]).toEqual([0, 49]);
  });
});
