import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { meetings } from '@fc/meetings';
import { eventually, inHours, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { StatementLog, World } from '@fc/testing/world';
import { mutation, planningFamily, type PlanningFamily } from './planning-family.ts';

const everything = ['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE', 'MEDIA'];

/** What stands between two families, each kept from whoever may not know. */
const reasons: Record<string, (county: TestCounty, family: PlanningFamily) => Promise<void>> = {
  'no permission yet': () => Promise.resolve(),
  'a court’s order of no contact': (_, family) => prohibit(family, 'COURT_ORDER', 'Order 31-7-00003'),
  'an investigation that is going on': (_, family) => prohibit(family, 'CASE_PLAN', 'Investigation 4711'),
  'an address program of the parent': async (county, family) => {
    const substituteAddress = { lines: ['PO Box 257'], city: 'Olympia', region: 'WA', postalCode: '98507', country: 'US' };
    const parent = await county.person('PARENT', family.name);
    await parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: parent.personId, substituteAddress } });
    await prohibit(family, 'CONSENT', 'Address confidentiality program');
  },
};

async function prohibit({ coordinator, people }: PlanningFamily, source: string, document: string): Promise<void> {
  for (const personIds of [[people.parent, people.caregiver], [people.parent, people.child]]) {
    await coordinator.do(mutation('permitContact'), { personIds, channels: everything, source: 'CASE_PLAN' });
    await coordinator.do(mutation('prohibitContact'), { personIds, channels: everything, source, document });
  }
}

const statements = new StatementLog();
let world: World;
let king: TestCounty;
const families = new Map<string, PlanningFamily>();

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, meetings, familyTime] });
  king = world.county('king');
  for (const [index, [reason, stand]] of Object.entries(reasons).entries()) {
    const family = await planningFamily(king, `Reason${index}`);
    await stand(king, family);
    families.set(reason, family);
  }
  await eventually(async () => {
    for (const service of ['meetings', 'family_time']) expect(await king.rows(`select 1 from ${service}.contact_rule where kind = 'PROHIBITION'`)).toHaveLength(6);
  });
  statements.listen();
}, 120_000);
afterAll(async () => {
  statements.close();
  await world?.stop();
});

interface Asking {
  readonly who: 'PARENT' | 'CAREGIVER' | 'PARENT_ALLY' | 'COORDINATOR';
  readonly document: string;
  readonly variables: (family: PlanningFamily) => object;
}
const input = (fields: object): object => ({ input: { idempotencyKey: crypto.randomUUID(), ...fields } });

/** Whatever would bring the two together, and the plain question. */
const askings: Record<string, Asking> = {
  'planning a visit': { who: 'COORDINATOR', document: mutation('scheduleVisit'), variables: ({ planId }) => input({ planId, startsAt: inHours(5), minutes: 60, place: 'Here', setting: 'NATURAL' }) },
  'planning a visit by video': { who: 'COORDINATOR', document: mutation('scheduleVisit'), variables: ({ planId }) => input({ planId, startsAt: inHours(9), minutes: 60, place: 'Here', setting: 'VIRTUAL' }) },
  'planning an icebreaker': { who: 'COORDINATOR', document: mutation('scheduleIcebreaker'), variables: ({ icebreakerId, coordinator }) => input({ icebreakerId, scheduledFor: inHours(5), place: 'Here', facilitatorId: coordinator.personId }) },
  'planning a Connections Meeting': { who: 'COORDINATOR', document: mutation('scheduleConnectionsMeeting'), variables: ({ connectionId }) => input({ connectionId, scheduledFor: inHours(5), place: 'Here' }) },
  'recording a call': { who: 'CAREGIVER', document: mutation('recordComfortCallAttempt'), variables: ({ comfortCallId }) => input({ comfortCallId, outcome: 'SPOKE', at: inHours(-0.1) }) },
  'a parent asking whether they may call': {
    who: 'PARENT',
    document: 'query ($ids: [UUID!]!) { mayContact(personIds: $ids, channel: CALL) { possible message } }',
    variables: ({ people }) => ({ ids: [people.parent, people.caregiver] }),
  },
  'a caregiver asking for what the parent shares': {
    who: 'CAREGIVER',
    document: 'query ($id: UUID!) { person(id: $id) { phone contactDetails { phones { number } email } sharedWithMe { item } } }',
    variables: ({ people }) => ({ id: people.parent }),
  },
};

async function ask({ who, document, variables }: Asking, family: PlanningFamily): Promise<GraphQLAnswer<unknown>> {
  const actor: Actor = who === 'COORDINATOR' ? family.coordinator : await king.person(who, family.name);
  return actor.ask(document, variables(family));
}

/** What the services ask their databases until that family's question is answered. */
const workOf = (asking: Asking, family: PlanningFamily): Promise<string[]> => statements.during(() => ask(asking, family));

describe('who may not know why', () => {
  it.each(Object.entries(askings))('R35 R78 is answered the same to the byte, whatever the reason: %s', async (_, asking) => {
    const [plain, ...others] = await Promise.all([...families.values()].map((family) => ask(asking, family)));
    for (const other of others) expect(JSON.stringify(other)).toBe(JSON.stringify(plain));
    expect(JSON.stringify(plain)).not.toMatch(/order|court|prohib|investigat|address pro|4711/i);
  });

  it('R78 reads the same notice on what was suspended, by whatever source', async () => {
    const asked = 'query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { status notice window { state missReason } } icebreakers { status notice window { state missReason } } } }';
    const prohibited = [...families.values()].slice(1);
    for (const role of ['PARENT', 'CAREGIVER'] as const) {
      const seen = await Promise.all(prohibited.map(async (family) => (await king.person(role, family.name)).ask(asked, { id: family.connectionId })));
      expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(JSON.stringify(seen[0])).toContain('SUSPENDED');
    }
  });

  it.each(Object.entries(askings))('R35 R78 cannot tell it by the time that the answer takes, which is the same work: %s', async (_, asking) => {
    const [plain, ...others] = [...families.values()];
    const expected = await workOf(asking, plain!);
    expect(expected.length).toBeGreaterThan(2);
    for (const family of others) expect(await workOf(asking, family)).toEqual(expected);
  });

  it('R35 cannot tell by the time whether somebody belongs to a treatment court', async () => {
    const [belongs, doesNot] = [...families.values()] as [PlanningFamily, PlanningFamily];
    const lead = await king.person('CASEWORKER', 'Lead');
    await belongs.coordinator.do(mutation('assignCase'), { childIds: [belongs.people.child], personId: lead.personId, role: 'CASEWORKER' });
    const { id: siteId } = await king.supervisor.do<{ id: string }>(mutation('registerSite'), { kind: 'TREATMENT_COURT', name: 'Family Treatment Court' });
    await king.supervisor.do(mutation('appointSiteLead'), { siteId, personId: lead.personId });
    await eventually(() => lead.do(mutation('enrolAtSite'), { siteId, personId: belongs.people.parent }));
    const asked = 'query ($id: UUID!) { familyConnection(id: $id) { parent { givenName confidentialFacts { text } contactDetails { email } } children { placements { type } } } }';
    for (const who of ['CAREGIVER', 'COORDINATOR', 'PARENT_ALLY'] as const) {
      const seen = (family: PlanningFamily): Promise<string[]> => workOf({ who, document: asked, variables: ({ connectionId: id }) => ({ id }) }, family);
      expect(await seen(belongs)).toEqual(await seen(doesNot));
    }
  });

  it('cannot tell somebody else’s from what there is not: the same refusal for the same work', async () => {
    const [mine, theirs] = [...families.values()] as [PlanningFamily, PlanningFamily];
    const nobody = '01900000-0000-7000-8000-000000000000';
    const foreign: Record<string, [document: string, id: string]> = {
      connection: ['query ($id: UUID!) { familyConnection(id: $id) { id } }', theirs.connectionId],
      child: ['query ($id: UUID!) { child(id: $id) { id } }', theirs.people.child],
      person: ['query ($id: UUID!) { person(id: $id) { id } }', theirs.people.parent],
      consents: ['query ($id: UUID!) { consents(personId: $id) { id } }', theirs.people.parent],
      'the two of a question': ['query ($id: UUID!) { mayContact(personIds: [$id, "01900000-0000-7000-8000-000000000001"], channel: CALL) { possible } }', theirs.people.parent],
    };
    for (const who of ['PARENT', 'CAREGIVER', 'PARENT_ALLY'] as const)
      for (const [what, [document, id]] of Object.entries(foreign)) {
        const answers: GraphQLAnswer<unknown>[] = [];
        const work = async (asked: string): Promise<string[]> =>
          statements.during(async () => {
            answers.push(await ask({ who, document, variables: () => ({ id: asked }) }, mine));
          });
        expect([what, await work(id)]).toEqual([what, await work(nobody)]);
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]?.errors).toHaveLength(1);
      }
  });

  it('would be seen to be asked more: the same question of one’s own is more work', async () => {
    const [mine] = [...families.values()] as [PlanningFamily];
    const document = 'query ($id: UUID!) { familyConnection(id: $id) { id } }';
    const own = await workOf({ who: 'PARENT', document, variables: () => ({ id: mine.connectionId }) }, mine);
    const none = await workOf({ who: 'PARENT', document, variables: () => ({ id: '01900000-0000-7000-8000-000000000000' }) }, mine);
    expect(own).not.toEqual(none);
  });
});
