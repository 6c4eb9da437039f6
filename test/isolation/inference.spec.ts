import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, inHours, SharedWorld, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
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

let world: SharedWorld;
let king: TestCounty;
const families = new Map<string, PlanningFamily>();

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  for (const [index, [reason, stand]] of Object.entries(reasons).entries()) {
    const family = await planningFamily(king, `Reason${index}`);
    await stand(king, family);
    families.set(reason, family);
  }
  await eventually(async () => {
    for (const service of ['meetings', 'family_time']) expect(await king.rows(`select 1 from ${service}.contact_rule where kind = 'PROHIBITION'`)).toHaveLength(6);
  });
}, 120_000);
afterAll(() => world?.stop());

interface Asking {
  readonly who: 'PARENT' | 'CAREGIVER' | 'COORDINATOR';
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
});
