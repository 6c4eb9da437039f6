import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { mutation } from './planning-family.ts';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

/** How long each service takes to follow, in milliseconds from now; throws after eight seconds. What took how long is printed: a busy machine is no failure. */
async function followed(what: string, hasFollowed: (service: string) => Promise<boolean>): Promise<void> {
  const began = performance.now();
  const took = await Promise.all(
    [...world.subgraphs.keys()].map(async (service) => {
      while (!(await hasFollowed(service))) {
        if (performance.now() - began > 8_000) throw new Error(`${service} has not followed: ${what}`);
        await sleep(20);
      }
      return `${service} ${Math.round(performance.now() - began)} ms`;
    }),
  );
  console.info(`${what}: ${took.join(', ')}`);
}

const codeOf = async (service: string, actor: Actor): Promise<unknown> => (await world.askDirectly(service, actor, '{ __typename }')).errors[0]?.extensions?.code;
const rows = async (service: string, sql: string, id: string): Promise<boolean> => (await king.rows(sql.replace('$schema', service.replaceAll('-', '_')), [id])).length > 0;

describe('in every service', () => {
  it('a person who is disabled is answered nothing any more, with a token that is still alive', async () => {
    const leaving = await king.person('CASEWORKER', 'Lee');
    for (const service of world.subgraphs.keys()) expect(await codeOf(service, leaving)).toBeUndefined();
    await king.supervisor.get(mutation('disablePerson'), { input: { personId: leaving.personId } });
    await followed('a disabled person', async (service) => (await codeOf(service, leaving)) === 'PERSON_DISABLED');
  });

  it('a role that is taken back opens nothing any more', async () => {
    const former = await king.person('COORDINATOR', 'Former');
    const all = '{ openMentorNeeds { nodes { id } } }';
    expect((await former.ask(all)).errors).toEqual([]);
    await king.supervisor.get(mutation('revokeRole'), { input: { personId: former.personId, role: 'COORDINATOR' } });
    await followed('a role that was taken back', async (service) => !(await rows(service, 'select 1 from $schema.access_role where person_id = $1 and (ends_at is null or ends_at > now())', former.personId)));
    expect((await former.ask(all)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('an assignment that has ended shows nothing of the case any more', async () => {
    const coordinator = await king.person('COORDINATOR');
    const worker = await king.person('CASEWORKER', 'Moving');
    const [child] = await coordinator.do<{ id: string }[]>(mutation('registerChildren'), { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [(await king.person('PARENT')).personId] });
    const [assignment] = await coordinator.do<{ id: string }[]>(mutation('assignCase'), { childIds: [child!.id], personId: worker.personId, role: 'CASEWORKER' });
    await followed('a new assignment', (service) => rows(service, 'select 1 from $schema.access_case_member where id = $1 and ends_at is null', assignment!.id));
    const asked = 'query ($id: UUID!) { child(id: $id) { id } }';
    expect((await worker.ask(asked, { id: child!.id })).errors).toEqual([]);
    await coordinator.get(mutation('endCaseAssignment'), { input: { assignmentId: assignment!.id } });
    await followed('an assignment that has ended', async (service) => !(await rows(service, 'select 1 from $schema.access_case_member where id = $1 and ends_at is null', assignment!.id)));
    expect((await worker.ask(asked, { id: child!.id })).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});
