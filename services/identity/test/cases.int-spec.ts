import { newId } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';

const child = 'query ($id: UUID!) { child(id: $id) { givenName caseAssignments { personId role } } }';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let parent: Actor;
let caseworker: Actor;
let otherCaseworker: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  parent = await king.person('PARENT', 'Noor');
  caseworker = await king.person('CASEWORKER', 'Casey');
  otherCaseworker = await king.person('CASEWORKER', 'Otis');
}, 120_000);
afterAll(() => world?.stop());

async function register(by: Actor, ...names: string[]): Promise<string[]> {
  const children = names.map((givenName) => ({ givenName, familyName: 'Example', birthDate: '2020-02-29' }));
  return (await by.do<{ id: string }[]>(change('registerChildren'), { children, parentIds: [parent.personId] })).map(({ id }) => id);
}

describe('who works on a child’s case', () => {
  it('assigns the caseworker who registers children, and lets that caseworker and no other place them', async () => {
    const childIds = await register(caseworker, 'Ayan', 'Sami');
    expect(await caseworker.get(child, { id: childIds[0] })).toEqual({ child: { givenName: 'Ayan', caseAssignments: [{ personId: caseworker.personId, role: 'CASEWORKER' }] } });

    const begin = { childIds, removedAt: { at: hoursAgo(30) } };
    expect(await codeOf(otherCaseworker.do(change('beginFosterCare'), begin))).toBe('NOT_FOUND');
    await expectAudited(king, otherCaseworker, 'beginFosterCare', 'NOT_FOUND');
    await caseworker.do(change('beginFosterCare'), begin);

    const place = { childIds, type: 'EMERGENCY_SHELTER', startedAt: { at: hoursAgo(20) } };
    expect(await codeOf(otherCaseworker.do(change('placeChildren'), place))).toBe('NOT_FOUND');
    expect(await caseworker.do<unknown[]>(change('placeChildren'), place)).toHaveLength(2);
    expect(await codeOf(tell(otherCaseworker, 'exitFosterCare', { childIds, exitedAt: hoursAgo(1), reason: 'REUNIFICATION' }))).toBe('NOT_FOUND');
    expect(await codeOf(otherCaseworker.get(child, { id: childIds[0] }))).toBe('NOT_FOUND');
  });

  it('lets a coordinator assign who holds the role, and only them', async () => {
    const childIds = await register(coordinator, 'Ira');
    const advocate = await king.person('CASA');
    const assign = { childIds, personId: advocate.personId, role: 'CASA' };
    expect(await codeOf(parent.do(change('assignCase'), assign))).toBe('FORBIDDEN');
    await expectAudited(king, parent, 'assignCase', 'FORBIDDEN');
    expect(await codeOf(coordinator.do(change('assignCase'), { ...assign, role: 'CASEWORKER' }))).toBe('IDENTITY.ROLE_MISSING');
    expect(await codeOf(coordinator.do(change('assignCase'), { ...assign, personId: newId() }))).toBe('NOT_FOUND');
    expect(await codeOf(coordinator.do(change('assignCase'), { ...assign, childIds: [] }))).toBe('IDENTITY.NO_CHILD');

    const [assigned] = await coordinator.do<{ id: string }[]>(change('assignCase'), assign);
    expect(await codeOf(coordinator.do(change('assignCase'), assign))).toBe('IDENTITY.ALREADY_ASSIGNED');
    await eventually(() => advocate.get(child, { id: childIds[0] }));
    expect(await said(king, 'identity.case-assigned.v1')).toContainEqual(expect.objectContaining({ assignmentId: assigned?.id, personId: advocate.personId, role: 'CASA' }));

    await tell(coordinator, 'endCaseAssignment', { assignmentId: assigned?.id });
    expect(await codeOf(tell(coordinator, 'endCaseAssignment', { assignmentId: assigned?.id }))).toBe('IDENTITY.ASSIGNMENT_ENDED');
    await eventually(async () => expect(await codeOf(advocate.get(child, { id: childIds[0] }))).toBe('NOT_FOUND'));
    expect(await said(king, 'identity.case-unassigned.v1')).toContainEqual(expect.objectContaining({ assignmentId: assigned?.id }));
  });

  it('takes a caseworker off their cases when the role is taken back', async () => {
    const supervisor = await king.person('CASEWORKER_SUPERVISOR');
    const leaving = await king.person('CASEWORKER', 'Lee');
    const childIds = await register(coordinator, 'Uma');
    await supervisor.do(change('assignCase'), { childIds, personId: leaving.personId, role: 'CASEWORKER' });
    expect(await leaving.get(child, { id: childIds[0] })).toMatchObject({ child: { givenName: 'Uma' } });
    await tell(coordinator, 'revokeRole', { personId: leaving.personId, role: 'CASEWORKER' });
    await eventually(async () => expect(await codeOf(leaving.get(child, { id: childIds[0] }))).toBe('NOT_FOUND'));
    expect(await coordinator.get(child, { id: childIds[0] })).toMatchObject({ child: { caseAssignments: [] } });
  });
});
