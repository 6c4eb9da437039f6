import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator } from '@fc/countyctl/administrator';
import { eventually, inHours, SharedWorld, type TestCounty } from '@fc/testing';
import fc from 'fast-check';
import { violations } from './contact-violations.ts';
import { mutation, planningFamily, type PlanningFamily } from './planning-family.ts';

const deep = process.env['FC_DEEP'] === '1';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

type Who = keyof PlanningFamily['people'];
type Act =
  | { readonly kind: 'prohibit' | 'permit'; readonly who: readonly [Who, Who]; readonly channels: readonly string[]; readonly from: number; readonly hours: number | null }
  | { readonly kind: 'end'; readonly rule: number }
  | { readonly kind: 'visit' | 'family-meeting'; readonly at: number; readonly virtual: boolean }
  | { readonly kind: 'icebreaker' | 'meeting'; readonly at: number }
  | { readonly kind: 'call-off' | 'resume-call' };

const who = fc.constantFrom<readonly [Who, Who]>(['parent', 'caregiver'], ['parent', 'child'], ['caregiver', 'ally'], ['parent', 'ally']);
const channels = fc.constantFrom(['IN_PERSON'], ['VIDEO'], ['CALL'], ['IN_PERSON', 'VIDEO', 'CALL']);
const at = fc.integer({ min: 2, max: 200 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prohibit' as const), who, channels, from: fc.constantFrom(-1, 20, 90), hours: fc.constantFrom(null, 40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('permit' as const), who, channels, from: fc.constant(-1), hours: fc.constantFrom(null, 60) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('end' as const), rule: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('visit' as const, 'family-meeting' as const), at, virtual: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('icebreaker' as const, 'meeting' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('call-off' as const, 'resume-call' as const) }) },
);
/** Those of one batch are done at the same time. */
const acts = fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: deep ? 10 : 4 });

/** Refusals that are right at some moment; anything else that is refused fails the test. */
const refusals = /^(CHANGED_MEANWHILE|CONTACT_NOT_POSSIBLE|NOT_FOUND|FAMILY_TIME\.OVERLAPS|MEETINGS\.[A-Z_]+|IDENTITY\.CONTACT_RULE_ENDED)$/;

/** Does one thing as the coordinator; `rules` are those recorded so far. */
async function does(family: PlanningFamily, rules: string[], next: Act): Promise<void> {
  const { coordinator, connectionId, planId, icebreakerId, comfortCallId, people } = family;
  const asked = async (document: string, variables: object): Promise<string | undefined> => {
    const { data, errors } = await coordinator.ask<Record<string, { id: string } | null>>(document, variables);
    for (const error of errors) expect(error.extensions?.code).toMatch(refusals);
    return errors.length > 0 ? undefined : Object.values(data ?? {})[0]?.id;
  };
  const make = (name: string, input: object): Promise<string | undefined> => asked(mutation(name), { input: { idempotencyKey: crypto.randomUUID(), ...input } });
  switch (next.kind) {
    case 'permit':
    case 'prohibit': {
      const personIds = next.who.map((each) => people[each]);
      const to = next.hours === null ? null : inHours(next.from + next.hours);
      rules.push((await make(`${next.kind}Contact`, { personIds, channels: next.channels, source: 'CASE_PLAN', from: inHours(next.from), to }))!);
      return;
    }
    case 'end':
      if (rules.length > 0) await asked(mutation('endContactRule'), { input: { ruleId: rules[next.rule % rules.length] } });
      return;
    case 'visit':
      await make('scheduleVisit', { planId, startsAt: inHours(next.at), minutes: 60, place: 'Here', caregiverPresent: true, setting: next.virtual ? 'VIRTUAL' : 'NATURAL' });
      return;
    case 'icebreaker':
      await make('scheduleIcebreaker', { icebreakerId, scheduledFor: inHours(next.at), place: 'Here', facilitatorId: coordinator.personId });
      return;
    case 'meeting':
      await make('scheduleConnectionsMeeting', { connectionId, scheduledFor: inHours(next.at), place: 'Here' });
      return;
    case 'family-meeting': {
      const where = next.virtual ? { setting: 'VIRTUAL', place: 'https://video.example.org/room' } : { setting: 'COMMUNITY', place: 'Here' };
      await make('planFamilyMeeting', { connectionId, purpose: 'SUPPORT', scheduledFor: inHours(next.at), professionalIds: [people.ally], ...where });
      return;
    }
    case 'resume-call':
      await asked('mutation ($id: UUID!) { resumeComfortCall(comfortCallId: $id) { id } }', { id: comfortCallId });
      return;
    case 'call-off': {
      const [meeting] = await king.rows<{ id: string }>(`select id from meetings.connections_meeting where connection_id = $1 and status = 'SCHEDULED'`, [connectionId]);
      if (meeting) await asked('mutation ($id: UUID!) { cancelConnectionsMeeting(meetingId: $id) { id } }', { id: meeting.id });
    }
  }
}

/** All services have heard of everything that identity has written into the ledger. */
const settled = (): Promise<void> =>
  eventually(async () => {
    const rules = (service: string): Promise<object[]> => king.rows(`select id, ends_at from ${service}.contact_rule order by id`);
    const known = await rules('identity');
    for (const service of ['meetings', 'family_time']) expect(await rules(service)).toEqual(known);
  });

describe('planning and prohibiting at the same time', () => {
  it('R78 leaves nothing planned against the ledger, and shows nobody such a plan at any moment', async () => {
    let tellings = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (batches) => {
        const family = await planningFamily(king, `Telling${(tellings += 1)}`);
        const rules: string[] = [];
        for (const [one, other] of [['parent', 'caregiver'], ['parent', 'child']] as const) await does(family, rules, { kind: 'permit', who: [one, other], channels: ['IN_PERSON', 'VIDEO', 'CALL'], from: -1, hours: null });
        await settled();
        const watching = new AbortController();
        const watched = (async () => {
          for (; !watching.signal.aborted; await sleep(10)) expect(await violations(king, 'own')).toEqual([]);
        })();
        for (const batch of batches) await Promise.all(batch.map((next) => does(family, rules, next)));
        await settled();
        watching.abort();
        await watched;
        expect(await violations(king, 'identity')).toEqual([]);
      }),
      { numRuns: deep ? 40 : 3, endOnFailure: true },
    );
  }, deep ? 900_000 : 90_000);

  it('R78 finds what it looks for: a plan that stands against the ledger is seen', async () => {
    const family = await planningFamily(king, 'Seen');
    const rules: string[] = [];
    await does(family, rules, { kind: 'permit', who: ['parent', 'child'], channels: ['VIDEO'], from: -1, hours: null });
    await settled();
    await does(family, rules, { kind: 'visit', at: 4, virtual: true });
    expect(await violations(king, 'identity')).toEqual([]);
    const [visit] = await king.rows<{ id: string }>(`select id from family_time.family_time_visit where plan_id = $1`, [family.planId]);
    await king.rows(`update family_time.family_time_visit set starts_at = starts_at - interval '10 hours' where id = $1`, [visit?.id]);
    expect(await violations(king, 'own')).toEqual([{ id: visit?.id, what: 'not permitted' }]);
    await king.rows(`update family_time.family_time_visit set status = 'CANCELLED' where id = $1`, [visit?.id]);
  });

  it('R78 lets a plan wait for a prohibition in hand, and refuses it then', async () => {
    const family = await planningFamily(king, 'Waits');
    const { coordinator, planId, people } = family;
    await does(family, [], { kind: 'permit', who: ['parent', 'child'], channels: ['IN_PERSON'], from: -1, hours: null });
    await settled();
    const pair = [people.parent, people.child].sort();
    const input = { idempotencyKey: crypto.randomUUID(), planId, startsAt: inHours(5), minutes: 60, place: 'Here', setting: 'NATURAL' };
    const planning = await asAdministrator(world.platform, king.county.database.name, async (client) => {
      await client.query('begin');
      await client.query('insert into family_time.contact_pair values ($1, $2) on conflict do nothing', pair);
      await client.query('select 1 from family_time.contact_pair where first_person_id = $1 and second_person_id = $2 for update', pair);
      const answer = coordinator.ask(mutation('scheduleVisit'), { input });
      const waits = eventually(async () => expect((await king.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length).toBeGreaterThan(0));
      await Promise.race([answer, waits]);
      const rule = `insert into family_time.contact_rule (id, first_person_id, second_person_id, kind, channels, starts_at) values (gen_random_uuid(), $1, $2, 'PROHIBITION', '{IN_PERSON}', now())`;
      await client.query(rule, pair);
      await client.query('commit');
      return answer;
    });
    expect(planning.errors[0]?.extensions?.code).toBe('CONTACT_NOT_POSSIBLE');
    expect(await violations(king, 'own')).toEqual([]);
  });
});
