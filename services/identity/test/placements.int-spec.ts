import { newId } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';

const connection = 'query ($id: UUID!) { familyConnection(id: $id) { status children { id } household { id } } }';
const connections = '{ familyConnections { nodes { id status household { id } children { id } } } }';

let world: SharedWorld;
let king: TestCounty;
let pierce: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  pierce = world.county('pierce');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

async function household(kind: string, licensed: boolean, caregiver: Actor): Promise<string> {
  return (await coordinator.do<{ id: string }>(change('registerCaregiverHousehold'), { kind, licensed, caregiverIds: [caregiver.personId] })).id;
}
async function child(...parents: Actor[]): Promise<string> {
  const children = [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }];
  const [registered] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children, parentIds: parents.map(({ personId }) => personId) });
  return registered!.id;
}

describe('households and parents', () => {
  it('R22 S59 asks a licence of a foster parent, and none of kin', async () => {
    const caregiver = await king.person('CAREGIVER', 'Dana');
    const without = { licensed: false, caregiverIds: [caregiver.personId] };
    expect(await codeOf(coordinator.do(change('registerCaregiverHousehold'), { kind: 'FOSTER_PARENT', ...without }))).toBe('IDENTITY.LICENCE_REQUIRED');
    await expectAudited(king, coordinator, 'registerCaregiverHousehold', 'IDENTITY.LICENCE_REQUIRED');
    await household('FOSTER_PARENT', true, caregiver);
    await household('KINSHIP_CAREGIVER', false, caregiver);
    await household('KINSHIP_CAREGIVER', true, caregiver);
  });

  it('R23 S59 makes relatives and fictive kin who take a child in caregivers of the program', async () => {
    const aunt = await king.person('RELATIVE', 'Luz');
    const parent = await king.person('PARENT', 'Noor');
    const childId = await child(parent);
    const kin = await household('KINSHIP_CAREGIVER', false, aunt);
    await household('FICTIVE_KIN', false, await king.person('RELATIVE', 'Coach'));
    expect(await said(king, 'identity.role-granted.v1')).toContainEqual(expect.objectContaining({ personId: aunt.personId, role: 'CAREGIVER' }));
    await coordinator.do(change('beginFosterCare'), { childIds: [childId], removedAt: { at: hoursAgo(30) } });
    await coordinator.do(change('placeChildren'), { childIds: [childId], type: 'RELATIVE_FOSTER_HOME', householdId: kin, startedAt: { at: hoursAgo(20) } });
    const { id } = await coordinator.do<{ id: string }>(change('openFamilyConnection'), { parentId: parent.personId, householdId: kin });
    await eventually(() => aunt.get(connection, { id }));
  });

  it('R24 gives a mother and a father a family connection each', async () => {
    const family = await placeFamily(king, 'Mira');
    const [mother, father] = [family.parent, await king.person('PARENT', 'Farid')];
    const childId = await child(mother, father);
    await coordinator.do(change('beginFosterCare'), { childIds: [childId], removedAt: { at: hoursAgo(10) } });
    await coordinator.do(change('placeChildren'), { childIds: [childId], type: 'FOSTER_FAMILY_HOME', householdId: family.householdId, startedAt: { at: hoursAgo(9) } });
    const hers = await openConnection(king, family);
    const his = await openConnection(king, { ...family, parent: father });
    expect(his).not.toBe(hers);
    await eventually(() => father.get(connection, { id: his }));
    expect(await codeOf(father.get(connection, { id: hers }))).toBe('NOT_FOUND');
    expect(await codeOf(openConnection(king, family))).toBe('IDENTITY.CONNECTION_ALREADY_OPEN');
  });
});

describe('siblings', () => {
  it('S37 stay one group wherever each of them lives: each home reads the same group of its own child, and nobody else reads it', async () => {
    const parent = await king.person('PARENT', 'Group');
    const homes = await Promise.all(['One', 'Two'].map((name) => king.person('CAREGIVER', `Group-${name}`)));
    const children = ['Ayan', 'Sami'].map((givenName) => ({ givenName, familyName: 'Example', birthDate: '2020-02-29' }));
    const siblings = (await coordinator.do<{ id: string }[]>(change('registerChildren'), { children, parentIds: [parent.personId] })).map(({ id }) => id);
    await coordinator.do(change('beginFosterCare'), { childIds: siblings, removedAt: { at: hoursAgo(30) } });
    for (const [at, caregiver] of homes.entries()) {
      const householdId = await household('FOSTER_PARENT', true, caregiver);
      await coordinator.do(change('placeChildren'), { childIds: [siblings[at]], type: 'FOSTER_FAMILY_HOME', householdId, startedAt: { at: hoursAgo(20) } });
      await coordinator.do(change('openFamilyConnection'), { parentId: parent.personId, householdId });
    }
    const groupOf = async (actor: Actor, id: string): Promise<string> => (await actor.get<{ child: { siblingGroupId: string } }>('query ($id: UUID!) { child(id: $id) { siblingGroupId } }', { id })).child.siblingGroupId;
    const group = await groupOf(coordinator, siblings[0]!);
    for (const [at, caregiver] of homes.entries()) expect(await eventually(() => groupOf(caregiver, siblings[at]!))).toBe(group);
    for (const id of siblings) expect(await groupOf(parent, id)).toBe(group);
    expect(await codeOf(groupOf(homes[0]!, siblings[1]!))).toBe('NOT_FOUND');
    const other = await placeFamily(king, 'Group-apart');
    expect(await groupOf(coordinator, other.childIds[0]!)).not.toBe(group);
    expect(await codeOf(groupOf(other.parent, siblings[0]!))).toBe('NOT_FOUND');
  });
});

describe('placements', () => {
  it('R81 S57 ends the child’s part when the child moves, and opens a connection with the new household', async () => {
    const family = await placeFamily(king, 'Sahra');
    const id = await openConnection(king, family);
    const next = await household('FOSTER_PARENT', true, await king.person('CAREGIVER', 'Next'));
    const [childId] = family.childIds;
    const [placement] = await coordinator.do<{ id: string }[]>(change('placeChildren'), { childIds: [childId], type: 'FOSTER_FAMILY_HOME', householdId: next, startedAt: { at: hoursAgo(2) } });

    expect(await coordinator.get(connection, { id })).toEqual({ familyConnection: { status: 'ENDED', children: [], household: { id: family.householdId } } });
    const { familyConnections } = await eventually(async () => {
      const seen = await family.parent.get<{ familyConnections: { nodes: { status: string }[] } }>(connections);
      expect(seen.familyConnections.nodes).toHaveLength(2);
      return seen;
    });
    expect(familyConnections.nodes.find(({ status }) => status === 'OPEN')).toMatchObject({ household: { id: next }, children: [{ id: childId }] });
    expect(await said(king, 'identity.placement-ended.v1')).toContainEqual(expect.objectContaining({ placementId: family.placementIds[0] }));
    expect(await said(king, 'identity.placement-started.v1')).toContainEqual(
      expect.objectContaining({ placementId: placement?.id, previousPlacementId: family.placementIds[0], firstOfEpisode: false, countsAsMove: true }),
    );
    expect(await said(king, 'identity.connection-child-left.v1')).toContainEqual(expect.objectContaining({ connectionId: id, childId }));
  });

  it('R81 S57 has a sibling join the connection of the household to which it comes, from home or from a place without a family, and no other child', async () => {
    const family = await placeFamily(king, 'Idman');
    const id = await openConnection(king, family);
    const { parent, householdId } = family;
    const [fromHome, fromGroup, notTheirs] = [await child(parent), await child(parent), await child(await king.person('PARENT', 'Idman-other'))];
    for (const childId of [fromHome, fromGroup, notTheirs]) await coordinator.do(change('beginFosterCare'), { childIds: [childId], removedAt: { at: hoursAgo(5) } });
    const place = (childId: string, to: object): Promise<unknown> => coordinator.do(change('placeChildren'), { childIds: [childId], ...to });
    await place(fromGroup, { type: 'GROUP_HOME', startedAt: { at: hoursAgo(4) } });
    for (const childId of [fromHome, fromGroup, notTheirs]) await place(childId, { type: 'FOSTER_FAMILY_HOME', householdId, startedAt: { at: hoursAgo(2) } });
    const joined = await coordinator.get<{ familyConnection: { children: { id: string }[] } }>(connection, { id });
    expect(joined.familyConnection.children.map(({ id: childId }) => childId).sort()).toEqual([...family.childIds, fromHome, fromGroup].sort());
    for (const childId of [fromHome, fromGroup]) expect(await said(king, 'identity.connection-child-joined.v1')).toContainEqual(expect.objectContaining({ connectionId: id, childId }));
  });

  it('S57 keeps the history of placements with their types, and says which were moves', async () => {
    const family = await placeFamily(king, 'Hodan');
    await coordinator.do(change('placeChildren'), { childIds: family.childIds, type: 'HOSPITAL', startedAt: { at: hoursAgo(3) } });
    const history = await coordinator.get('query ($id: UUID!) { child(id: $id) { placements { type countsAsMove householdId } } }', { id: family.childIds[0] });
    expect(history).toEqual({
      child: {
        placements: [
          { type: 'FOSTER_FAMILY_HOME', countsAsMove: true, householdId: family.householdId },
          { type: 'HOSPITAL', countsAsMove: false, householdId: null },
        ],
      },
    });
  });

  it('S57 R81 keeps the family connection through a stay that is no move, and counts what happens there as no move', async () => {
    const family = await placeFamily(king, 'Ilhan');
    const id = await openConnection(king, family);
    const { childIds } = family;
    const relief = await household('FOSTER_PARENT', true, await king.person('CAREGIVER', 'Relief'));
    const place = (input: object): Promise<{ id: string }[]> => coordinator.do(change('placeChildren'), { childIds, ...input });
    const [respite] = await place({ type: 'RESPITE', householdId: relief, startedAt: { at: hoursAgo(10) } });
    const [hospital] = await place({ type: 'HOSPITAL', startedAt: { at: hoursAgo(8) } });
    for (const [stay, type] of [[respite, 'RESPITE'], [hospital, 'HOSPITAL']] as const)
      expect(await said(king, 'identity.placement-started.v1')).toContainEqual(
        expect.objectContaining({ placementId: stay?.id, type, countsAsMove: false, firstOfEpisode: false, previousPlacementId: null, besidePlacementId: family.placementIds[0] }),
      );
    expect(await said(king, 'identity.placement-ended.v1')).toContainEqual(expect.objectContaining({ placementId: respite?.id }));
    expect(await coordinator.get(connection, { id })).toMatchObject({ familyConnection: { status: 'OPEN', children: [{ id: childIds[0] }] } });
    expect(await codeOf(coordinator.do(change('openFamilyConnection'), { parentId: family.parent.personId, householdId: relief }))).toBe('IDENTITY.NO_CHILD_TOGETHER');

    expect(await codeOf(tell(coordinator, 'endStays', { childIds, endedAt: hoursAgo(9) }))).toBe('DATE_TOO_EARLY');
    expect(await codeOf(tell(coordinator, 'endStays', { childIds, endedAt: hoursAgo(-1) }))).toBe('DATE_IN_FUTURE');
    expect(await codeOf(tell(family.caregiver, 'endStays', { childIds, endedAt: hoursAgo(5) }))).toBe('FORBIDDEN');
    await expectAudited(king, family.caregiver, 'endStays', 'FORBIDDEN');
    expect(await tell(coordinator, 'endStays', { childIds, endedAt: hoursAgo(5) }, '{ id besidePlacementId }')).toEqual([{ id: hospital?.id, besidePlacementId: family.placementIds[0] }]);
    expect(await codeOf(tell(coordinator, 'endStays', { childIds, endedAt: hoursAgo(4) }))).toBe('IDENTITY.NO_STAY');
    const history = await coordinator.get('query ($id: UUID!) { child(id: $id) { placements { type endedAt } } }', { id: childIds[0] });
    expect(history).toEqual({ child: { placements: [{ type: 'FOSTER_FAMILY_HOME', endedAt: null }, { type: 'RESPITE', endedAt: expect.any(String) }, { type: 'HOSPITAL', endedAt: expect.any(String) }] } });
    expect(await coordinator.get(connection, { id })).toMatchObject({ familyConnection: { status: 'OPEN' } });
  });

  it('S57 moves a child on from a stay: the stay and the placement end together, and the connection with them', async () => {
    const family = await placeFamily(king, 'Jamal');
    const id = await openConnection(king, family);
    const { childIds } = family;
    await coordinator.do(change('placeChildren'), { childIds, type: 'RUNAWAY', startedAt: { at: hoursAgo(6) } });
    await coordinator.do(change('placeChildren'), { childIds, type: 'GROUP_HOME', startedAt: { at: hoursAgo(2) } });
    expect(await coordinator.get(connection, { id })).toMatchObject({ familyConnection: { status: 'ENDED', children: [] } });
    expect(await king.rows(`select type from identity.placement where child_id = $1 and ended_at is null`, [childIds[0]])).toEqual([{ type: 'GROUP_HOME' }]);
    const { familyConnections } = await coordinator.get<{ familyConnections: { nodes: { status: string; children: { id: string }[] }[] } }>(connections.replace('familyConnections', 'familyConnections(first: 100)'));
    expect(familyConnections.nodes.filter(({ children }) => children.some((one) => one.id === childIds[0]))).toEqual([]);
  });

  it('S57 takes a hospital after the removal for the first place, and the home after it for no move', async () => {
    const family = await placeFamily(king, 'Newborn');
    const childId = await child(family.parent);
    await coordinator.do(change('beginFosterCare'), { childIds: [childId], removedAt: { at: hoursAgo(20) } });
    await coordinator.do(change('placeChildren'), { childIds: [childId], type: 'HOSPITAL', startedAt: { at: hoursAgo(19) } });
    const [home] = await coordinator.do<{ id: string }[]>(change('placeChildren'), { childIds: [childId], type: 'FOSTER_FAMILY_HOME', householdId: family.householdId, startedAt: { at: hoursAgo(9) } });
    expect(await said(king, 'identity.placement-started.v1')).toContainEqual(expect.objectContaining({ placementId: home?.id, firstOfEpisode: true, countsAsMove: true, besidePlacementId: null }));
  });

  it('S57 changes the type of a placement in the same home, which is no move, and keeps what it was', async () => {
    const family = await placeFamily(king, 'Kadir');
    const id = await openConnection(king, family);
    const [placementId] = family.placementIds;
    const become = (type: string, changedAt = hoursAgo(1), by = coordinator): Promise<object> => tell(by, 'changePlacementType', { placementId, type, changedAt }, '{ type earlierTypes { type } }');
    expect(await codeOf(become('PRE_ADOPTIVE_HOME', hoursAgo(21)))).toBe('DATE_TOO_EARLY');
    expect(await codeOf(become('PRE_ADOPTIVE_HOME', hoursAgo(-1)))).toBe('DATE_IN_FUTURE');
    expect(await codeOf(become('GROUP_HOME'))).toBe('IDENTITY.NO_HOUSEHOLD_THERE');
    expect(await codeOf(become('RESPITE'))).toBe('IDENTITY.STAY_IS_NO_PLACEMENT');
    expect(await codeOf(become('FOSTER_FAMILY_HOME'))).toBe('IDENTITY.ALREADY_OF_THIS_TYPE');
    expect(await codeOf(become('PRE_ADOPTIVE_HOME', hoursAgo(1), await king.person('CASEWORKER', 'Elsewhere')))).toBe('NOT_FOUND');
    expect(await become('PRE_ADOPTIVE_HOME')).toEqual({ type: 'PRE_ADOPTIVE_HOME', earlierTypes: [{ type: 'FOSTER_FAMILY_HOME' }] });
    expect(await said(king, 'identity.placement-changed.v1')).toContainEqual(expect.objectContaining({ placementId, type: 'PRE_ADOPTIVE_HOME' }));
    expect(await coordinator.get(connection, { id })).toMatchObject({ familyConnection: { status: 'OPEN' } });
  });

  it('R82 ends placement, connection and what staff see of it when the child leaves foster care, once and not before it began', async () => {
    const family = await placeFamily(king, 'Amal');
    const id = await openConnection(king, family);
    const { childIds } = family;
    const caseworker = await king.person('CASEWORKER', 'Casey');
    await coordinator.do(change('assignCase'), { childIds, personId: caseworker.personId, role: 'CASEWORKER' });
    await eventually(() => caseworker.get(connection, { id }));
    const exit = (exitedAt: string): Promise<unknown> => tell(coordinator, 'exitFosterCare', { childIds, exitedAt, reason: 'REUNIFICATION' }, '{ exitedAt exitReason }');
    expect(await codeOf(exit(hoursAgo(40)))).toBe('DATE_TOO_EARLY');
    expect(await codeOf(exit(hoursAgo(25)))).toBe('DATE_TOO_EARLY');
    expect(await codeOf(exit(hoursAgo(-1)))).toBe('DATE_IN_FUTURE');
    await expectAudited(king, coordinator, 'exitFosterCare', 'DATE_TOO_EARLY');
    expect(await codeOf(tell(family.parent, 'exitFosterCare', { childIds, exitedAt: hoursAgo(1), reason: 'REUNIFICATION' }))).toBe('FORBIDDEN');
    await expectAudited(king, family.parent, 'exitFosterCare', 'FORBIDDEN');

    expect(await tell(caseworker, 'exitFosterCare', { childIds, exitedAt: hoursAgo(1), reason: 'REUNIFICATION' }, '{ exitReason }')).toEqual([{ exitReason: 'REUNIFICATION' }]);
    expect(await codeOf(exit(hoursAgo(1)))).toBe('IDENTITY.NOT_IN_CARE');
    expect(await coordinator.get(connection, { id })).toMatchObject({ familyConnection: { status: 'ENDED', children: [] } });
    await eventually(async () => expect(await codeOf(caseworker.get(connection, { id }))).toBe('NOT_FOUND'));
    for (const type of ['placement-ended', 'episode-exited', 'connection-child-left']) expect(await said(king, `identity.${type}.v1`)).toContainEqual(expect.objectContaining({ childId: childIds[0] }));
    expect(await said(king, 'identity.connection-closed.v1')).toContainEqual(expect.objectContaining({ connectionId: id }));
  });

  it('refuses a placement before the removal or in the future, an unknown child, and what is no id', async () => {
    const childId = await child(await king.person('PARENT', 'Noor'));
    const place = (input: object): Promise<string> => codeOf(coordinator.do(change('placeChildren'), { childIds: [childId], type: 'GROUP_HOME', startedAt: { at: hoursAgo(1) }, ...input }));
    expect(await place({})).toBe('IDENTITY.NOT_IN_CARE');
    await coordinator.do(change('beginFosterCare'), { childIds: [childId], removedAt: { at: hoursAgo(5) } });
    expect(await place({ startedAt: { at: hoursAgo(6) } })).toBe('DATE_TOO_EARLY');
    expect(await place({ startedAt: { at: hoursAgo(-1) } })).toBe('DATE_IN_FUTURE');
    expect(await place({ childIds: [newId()] })).toBe('NOT_FOUND');
    expect(await place({ childIds: [] })).toBe('IDENTITY.NO_CHILD');
    expect(await place({ householdId: newId() })).toBe('NOT_FOUND');
    expect(await place({ childIds: ['not-an-id'] })).toBe('INVALID_ID');
    expect(await place({ type: 'FOSTER_FAMILY_HOME' })).toBe('IDENTITY.HOUSEHOLD_NEEDED');
    for (const code of ['IDENTITY.NOT_IN_CARE', 'DATE_TOO_EARLY', 'DATE_IN_FUTURE', 'NOT_FOUND', 'INVALID_ID']) await expectAudited(king, coordinator, 'placeChildren', code);
    expect(await codeOf(coordinator.do(change('beginFosterCare'), { childIds: [childId], removedAt: { at: hoursAgo(4) } }))).toBe('IDENTITY.ALREADY_IN_CARE');
  });

  it('refuses what would overlap: a home where the child lives already, a time at which the child was elsewhere, a removal before the last exit', async () => {
    const family = await placeFamily(king, 'Overlap');
    const { childIds, householdId } = family;
    const place = (input: object): Promise<string> => codeOf(coordinator.do(change('placeChildren'), { childIds, startedAt: { at: hoursAgo(4) }, ...input }));
    expect(await place({ type: 'FOSTER_FAMILY_HOME', householdId })).toBe('IDENTITY.ALREADY_PLACED_THERE');
    expect(await place({ type: 'GROUP_HOME', householdId: await household('FICTIVE_KIN', false, family.caregiver) })).toBe('IDENTITY.NO_HOUSEHOLD_THERE');
    expect(await place({ type: 'HOSPITAL', startedAt: { at: hoursAgo(25) } })).toBe('DATE_TOO_EARLY');
    expect(await place({ type: 'HOSPITAL', startedAt: { at: hoursAgo(8) } })).toBe('NOT_REFUSED');
    await tell(coordinator, 'endStays', { childIds, endedAt: hoursAgo(6) });
    expect(await place({ type: 'RUNAWAY', startedAt: { at: hoursAgo(7) } })).toBe('IDENTITY.DATES_OVERLAP');
    expect(await place({ type: 'GROUP_HOME', startedAt: { at: hoursAgo(7) } })).toBe('IDENTITY.DATES_OVERLAP');
    expect(await place({ type: 'GROUP_HOME' })).toBe('NOT_REFUSED');
    await tell(coordinator, 'exitFosterCare', { childIds, exitedAt: hoursAgo(2), reason: 'GUARDIANSHIP' });
    const removed = (at: string): Promise<string> => codeOf(coordinator.do(change('beginFosterCare'), { childIds, removedAt: { at } }));
    expect(await removed(hoursAgo(3))).toBe('IDENTITY.DATES_OVERLAP');
    expect(await removed(hoursAgo(1))).toBe('NOT_REFUSED');
    for (const code of ['IDENTITY.ALREADY_PLACED_THERE', 'IDENTITY.DATES_OVERLAP']) await expectAudited(king, coordinator, 'placeChildren', code);
  });

  it('gives two hurried placements of one child one answer each, and one open placement', async () => {
    const family = await placeFamily(king, 'Fast');
    const at = hoursAgo(1); // the same for both: whichever comes second must not begin before the other
    const move = (): Promise<string> => codeOf(coordinator.do(change('placeChildren'), { childIds: family.childIds, type: 'GROUP_HOME', startedAt: { at } }));
    expect(await Promise.all([move(), move()])).toEqual(['NOT_REFUSED', 'NOT_REFUSED']);
    expect(await king.rows(`select 1 from identity.placement where child_id = $1 and ended_at is null`, [family.childIds[0]])).toHaveLength(1);
  });
});

describe('counties', () => {
  it('S11 keeps two counties apart: what one holds is not there in the other, for its supervisor either', async () => {
    const family = await placeFamily(king, 'Zahra');
    const here = await pierce.person('COORDINATOR');
    for (const [query, id] of [
      ['query ($id: UUID!) { child(id: $id) { id } }', family.childIds[0]],
      ['query ($id: UUID!) { person(id: $id) { id } }', family.parent.personId],
      ['query ($id: UUID!) { caregiverHousehold(id: $id) { id } }', family.householdId],
    ] as const) {
      expect(await coordinator.get(query, { id })).toBeDefined();
      expect(await codeOf(here.get(query, { id }))).toBe('NOT_FOUND');
      expect(await codeOf(pierce.supervisor.get(query, { id }))).toBe('NOT_FOUND');
    }
    expect(await codeOf(here.do(change('placeChildren'), { childIds: family.childIds, type: 'GROUP_HOME', startedAt: { at: hoursAgo(1) } }))).toBe('NOT_FOUND');
    expect(await pierce.rows(`select 1 from identity.child`)).toEqual([]);
  });
});
