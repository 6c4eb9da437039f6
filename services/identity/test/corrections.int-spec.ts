import { placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';

const corrections = '{ facts { field before after } reason correctedBy }';
const history = `query ($id: UUID!) { child(id: $id) { birthDate corrections ${corrections} placements { id type startedAt endedAt corrections ${corrections} } } }`;

interface Seen {
  readonly child: { readonly corrections: object[]; readonly placements: { readonly id: string; readonly startedAt: string; readonly corrections: object[] }[] };
}

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let caseworker: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  caseworker = await king.person('CASEWORKER', 'Casey');
  stranger = await king.person('CASEWORKER', 'Otis');
}, 120_000);
afterAll(() => world?.stop());

/** A family whose case the caseworker is on. */
async function family(name: string): Promise<Awaited<ReturnType<typeof placeFamily>> & { childId: string; placementId: string }> {
  const placed = await placeFamily(king, name);
  await coordinator.do(change('assignCase'), { childIds: placed.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
  return { ...placed, childId: placed.childIds[0]!, placementId: placed.placementIds[0]! };
}
const refusedAs = (actor: Actor, name: string, input: object): Promise<string> => codeOf(tell(actor, name, { reason: 'Typing error.', ...input }));

describe('corrections', () => {
  it('S57 keeps what was said of a placement before, with who put it right and why, for those who work on the case and nobody else', async () => {
    const { childId, placementId, parent } = await family('Noor');
    const startedAt = { at: hoursAgo(25), precision: 'MINUTE' };
    const correct = { placementId, startedAt, type: 'PRE_ADOPTIVE_HOME', reason: 'The caseworker wrote down the wrong hour.' };
    for (const actor of [stranger, await world.county('pierce').person('COORDINATOR')]) {
      expect(await codeOf(tell(actor, 'correctPlacement', correct))).toBe('NOT_FOUND');
    }
    expect(await codeOf(tell(parent, 'correctPlacement', correct))).toBe('FORBIDDEN');
    await expectAudited(king, parent, 'correctPlacement', 'FORBIDDEN');
    const before = (await coordinator.get<Seen>(history, { id: childId })).child.placements[0]!;

    await tell(caseworker, 'correctPlacement', correct);
    const { child } = await caseworker.get<Seen>(history, { id: childId });
    expect(child.placements).toEqual([expect.objectContaining({ id: placementId, type: 'PRE_ADOPTIVE_HOME', endedAt: null })]);
    expect(child.placements[0]?.corrections).toEqual([
      {
        facts: [
          { field: 'type', before: 'FOSTER_FAMILY_HOME', after: 'PRE_ADOPTIVE_HOME' },
          { field: 'startedAt', before: `${before.startedAt} MINUTE`, after: `${child.placements[0]?.startedAt} MINUTE` },
        ],
        reason: 'The caseworker wrote down the wrong hour.',
        correctedBy: caseworker.personId,
      },
    ]);
    expect((await parent.get<Seen>(history, { id: childId }).catch(() => ({ child: { placements: [{ corrections: [] }] } }))).child.placements[0]?.corrections).toEqual([]);
    expect(await codeOf(stranger.get(history, { id: childId }))).toBe('NOT_FOUND');
    expect(await said(king, 'identity.placement-corrected.v1')).toContainEqual(expect.objectContaining({ placementId, type: 'PRE_ADOPTIVE_HOME', firstOfEpisode: true, endedAt: null }));
  });

  it('S57 refuses a correction that overlaps, cannot be true, changes nothing, or would move, end or reopen a placement', async () => {
    const { childId, childIds, placementId } = await family('Mira');
    const [second] = await coordinator.do<{ id: string }[]>(change('placeChildren'), { childIds, type: 'GROUP_HOME', startedAt: { at: hoursAgo(5) } });
    const refused = (input: object): Promise<string> => refusedAs(caseworker, 'correctPlacement', input);
    expect(await refused({ placementId, endedAt: hoursAgo(3) })).toBe('IDENTITY.DATES_OVERLAP');
    expect(await refused({ placementId: second?.id, startedAt: { at: hoursAgo(8) } })).toBe('IDENTITY.DATES_OVERLAP');
    expect(await refused({ placementId, startedAt: { at: hoursAgo(31) } })).toBe('DATE_TOO_EARLY');
    expect(await refused({ placementId, endedAt: hoursAgo(21) })).toBe('DATE_TOO_EARLY');
    expect(await refused({ placementId, startedAt: { at: hoursAgo(-1) } })).toBe('DATE_IN_FUTURE');
    expect(await refused({ placementId: second?.id, endedAt: hoursAgo(1) })).toBe('IDENTITY.NO_CORRECTION');
    expect(await refused({ placementId: second?.id, type: 'HOSPITAL' })).toBe('IDENTITY.STAY_IS_NO_PLACEMENT');
    expect(await refused({ placementId: second?.id, type: 'GROUP_HOME' })).toBe('IDENTITY.NOTHING_TO_CORRECT');
    expect(await refused({ placementId, endedAt: hoursAgo(6), reason: ' ' })).toBe('TEXT_REQUIRED');
    await expectAudited(king, caseworker, 'correctPlacement', 'IDENTITY.DATES_OVERLAP');
    expect((await coordinator.get<Seen>(history, { id: childId })).child.placements.map((placement) => placement.corrections)).toEqual([[], []]);
    await tell(caseworker, 'correctPlacement', { placementId, endedAt: hoursAgo(6), reason: 'The child left an hour earlier.' });
  });

  it('S83 puts a removal and an exit right for every placement that follows from them, and refuses what the placements contradict', async () => {
    const { childIds, childId, placementId } = await family('Amal');
    const [episode] = await king.rows<{ id: string }>(`select id from identity.foster_care_episode where child_id = $1`, [childId]);
    const refused = (input: object): Promise<string> => refusedAs(caseworker, 'correctFosterCareEpisode', { episodeId: episode?.id, ...input });
    expect(await refused({ removedAt: { at: hoursAgo(10) } })).toBe('IDENTITY.PLACEMENT_OUTSIDE');
    expect(await refused({ removedAt: { at: '2019-01-01T12:00:00Z' } })).toBe('IDENTITY.BEFORE_BIRTH');
    expect(await refused({ exitedAt: hoursAgo(1), exitReason: 'REUNIFICATION' })).toBe('IDENTITY.NO_CORRECTION');
    expect(await refusedAs(stranger, 'correctFosterCareEpisode', { episodeId: episode?.id, removedAt: { at: hoursAgo(40) } })).toBe('NOT_FOUND');
    const at = hoursAgo(40);
    await tell(caseworker, 'correctFosterCareEpisode', { episodeId: episode?.id, removedAt: { at, precision: 'DATE' }, reason: 'The police report says so.' });
    expect(await said(king, 'identity.episode-corrected.v1')).toContainEqual(expect.objectContaining({ episodeId: episode?.id, removedAt: { at, precision: 'DATE' }, exitedAt: null, latestOfChild: true }));
    expect(await said(king, 'identity.placement-corrected.v1')).toContainEqual(expect.objectContaining({ placementId, removedAt: { at, precision: 'DATE' } }));
    await tell(caseworker, 'exitFosterCare', { childIds, exitedAt: hoursAgo(2), reason: 'REUNIFICATION' });
    // The case is closed: whoever worked on it is no longer on it.
    expect(await refused({ exitedAt: hoursAgo(3) })).toBe('NOT_FOUND');
    expect(await refusedAs(coordinator, 'correctFosterCareEpisode', { episodeId: episode?.id, exitedAt: hoursAgo(3) })).toBe('IDENTITY.PLACEMENT_OUTSIDE');
    await tell(coordinator, 'correctFosterCareEpisode', { episodeId: episode?.id, exitReason: 'GUARDIANSHIP', reason: 'The order says guardianship.' });
    expect(await said(king, 'identity.episode-corrected.v1')).toContainEqual(expect.objectContaining({ episodeId: episode?.id, reason: 'GUARDIANSHIP' }));
  });

  it('puts the name of a person and the birth date of a child right, and refuses a birth after the removal', async () => {
    const { childId, parent } = await family('Zahra');
    expect(await refusedAs(caseworker, 'correctChild', { childId, birthDate: '2099-01-01' })).toBe('DATE_IN_FUTURE');
    expect(await refusedAs(caseworker, 'correctChild', { childId, birthDate: new Intl.DateTimeFormat('en-CA', { timeZone: king.county.timeZone }).format(new Date()) })).toBe('IDENTITY.BEFORE_BIRTH');
    expect(await refusedAs(stranger, 'correctChild', { childId, birthDate: '2020-02-28' })).toBe('NOT_FOUND');
    await tell(caseworker, 'correctChild', { childId, givenName: 'Ayaan', birthDate: '2020-02-28', reason: 'As on the birth certificate.' });
    expect(await caseworker.get(history, { id: childId })).toMatchObject({
      child: { birthDate: '2020-02-28', corrections: [{ facts: [{ field: 'givenName', before: 'Child of Zahra', after: 'Ayaan' }] }, { facts: [{ field: 'birthDate', before: '2020-02-29', after: '2020-02-28' }] }] },
    });
    const person = { personId: parent.personId, familyName: 'Sample', languages: ['so', 'en'] };
    expect(await refusedAs(stranger, 'correctPerson', person)).toBe('NOT_FOUND');
    expect(await refusedAs(parent, 'correctPerson', person)).toBe('FORBIDDEN');
    expect(await refusedAs(caseworker, 'correctPerson', { ...person, languages: ['no such language'] })).toBe('IDENTITY.UNKNOWN_LANGUAGE');
    await tell(caseworker, 'correctPerson', { ...person, reason: 'She told us so.' });
    const seen = `query ($id: UUID!) { person(id: $id) { familyName corrections { reason } } }`;
    expect(await coordinator.get(seen, { id: parent.personId })).toEqual({ person: { familyName: 'Sample', corrections: [{ reason: 'She told us so.' }] } });
    expect(await parent.get(seen, { id: parent.personId })).toEqual({ person: { familyName: 'Sample', corrections: [] } });
    const profiles = await said<{ personId: string; version: number }>(king, 'identity.person-profile-changed.v1');
    expect(profiles.filter(({ personId }) => personId === parent.personId)).toEqual([expect.objectContaining({ version: 1 }), expect.objectContaining({ languages: ['so', 'en'], version: 2 })]);
  });
});
