import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { firstPlacement } from '../../test/first-placement.ts';
import type { Placement } from '../projections/placement.entity.ts';
import { callParties, ComfortCall, type CallSoFar } from './comfort-call.entity.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const county = (settings: object = {}): County => ({ timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse(settings) }) as County; // the rest of a county says nothing about calls
const placement = (precision: 'MINUTE' | 'DATE' = 'MINUTE', firstOfEpisode = true): Placement =>
  firstPlacement({ startedAt: { at: '2026-03-02T20:00:00Z', precision }, removedAt: { at: '2026-03-02T08:00:00Z', precision: 'MINUTE' }, firstOfEpisode });
const callFor = (from = placement(), settings = {}): ComfortCall => ComfortCall.due(newId(), from, county(settings));
const soFar = (known: Partial<CallSoFar> = {}): CallSoFar => ({ buyIns: callParties, attempts: [], zone: 'America/Los_Angeles', now: at('2026-03-10T00:00:00Z'), ...known });
const code = (expected: string): object => expect.objectContaining({ code: expected }) as object;
const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was refused.');
};

describe('a comfort call', () => {
  it('is due 24 hours after the placement, or after the removal where the county says so, and only for the first placement of an episode', () => {
    const closes = (call: ComfortCall): [string, string] => [call.closesAt.toString(), call.startedBy];
    expect(closes(callFor())).toEqual(['2026-03-03T20:00:00Z', 'PLACEMENT']);
    expect(closes(callFor(placement(), { comfortCallClock: 'REMOVAL' }))).toEqual(['2026-03-03T08:00:00Z', 'REMOVAL']);
    expect(closes(callFor(placement('MINUTE', false), { comfortCallClock: 'REMOVAL' }))).toEqual(['2026-03-03T20:00:00Z', 'PLACEMENT']);
  });

  it('may take place on the day of a placement of which only the day is known, and not before', () => {
    const spoke = (when: string): unknown => callFor(placement('DATE')).attempt({ outcome: 'SPOKE', at: at(when) }, soFar());
    expect(spoke('2026-03-02T08:00:00Z')).toBe(false);
    expect(thrown(() => spoke('2026-03-02T07:59:59Z'))).toEqual(code('DATE_TOO_EARLY'));
  });

  it('is within its window up to, and not at, the instant where it closes', () => {
    const call = callFor();
    call.attempt({ outcome: 'SPOKE', at: at('2026-03-03T19:59:59Z') }, soFar());
    expect(call.withinWindow()).toBe(true);
    const late = callFor();
    expect(thrown(() => late.attempt({ outcome: 'SPOKE', at: at('2026-03-03T20:00:00Z') }, soFar()))).toEqual(code('MEETINGS.REASON_NEEDED'));
    expect(late.attempt({ outcome: 'SPOKE', at: at('2026-03-03T20:00:00Z'), missReason: 'SAFETY' }, soFar())).toBe(true);
    expect([late.status, late.withinWindow()]).toEqual(['HELD', false]);
  });

  it('is judged by the last time the parent was not ready, not by calls that nobody answered', () => {
    const attempt = { outcome: 'SPOKE', at: at('2026-03-03T00:00:00Z') } as const;
    const notReady = (mayCallAgain: boolean) => ({ outcome: 'NOT_READY', mayCallAgain }) as const;
    const noAnswer = { outcome: 'NO_ANSWER', mayCallAgain: false } as const;
    expect(thrown(() => callFor().attempt(attempt, soFar({ attempts: [notReady(true), notReady(false), noAnswer] })))).toEqual(code('MEETINGS.NO_CALL_WITHOUT_AGREEMENT'));
    expect(callFor().attempt(attempt, soFar({ attempts: [noAnswer, notReady(true), noAnswer] }))).toBe(false);
  });

  it('takes no attempt once it is held, closed or suspended, and what was held is neither closed nor suspended', () => {
    const attempt = { outcome: 'SPOKE', at: at('2026-03-03T00:00:00Z') } as const;
    const held = callFor();
    held.attempt(attempt, soFar());
    held.close(attempt.at);
    held.suspend(attempt.at);
    expect(held.status).toBe('HELD');
    expect(thrown(() => held.attempt(attempt, soFar()))).toEqual(code('MEETINGS.ALREADY_HELD'));
    const closed = callFor();
    closed.close(attempt.at);
    closed.resume();
    expect(thrown(() => closed.attempt(attempt, soFar()))).toEqual(code('MEETINGS.NO_LONGER_DUE'));
    const suspended = callFor();
    suspended.suspend(attempt.at);
    expect(thrown(() => suspended.attempt(attempt, soFar()))).toEqual(code('CONTACT_NOT_POSSIBLE'));
    suspended.resume();
    expect(suspended.attempt(attempt, soFar())).toBe(false);
  });

  it('is written down after it was suspended or closed, as far as it took place before that, and nothing comes back by it', () => {
    const off = at('2026-03-03T00:00:00Z');
    const before = at('2026-03-02T23:59:59Z');
    for (const end of ['suspend', 'close'] as const) {
      const call = callFor();
      call[end](off);
      const { status } = call;
      const refused = end === 'suspend' ? 'CONTACT_NOT_POSSIBLE' : 'MEETINGS.NO_LONGER_DUE';
      expect(thrown(() => call.attempt({ outcome: 'SPOKE', at: off }, soFar()))).toEqual(code(refused));
      call.attempt({ outcome: 'NO_ANSWER', at: before }, soFar());
      expect(call.status).toBe(status);
      expect(thrown(() => call.bridge(soFar()))).toEqual(code(refused));
      call.attempt({ outcome: 'SPOKE', at: before }, soFar());
      expect([call.status, call.withinWindow()]).toEqual(['HELD', true]);
    }
    const both = callFor();
    both.suspend(off);
    both.close(at('2026-03-05T00:00:00Z'));
    expect(thrown(() => both.attempt({ outcome: 'SPOKE', at: off }, soFar()))).toEqual(code('MEETINGS.NO_LONGER_DUE'));
    both.attempt({ outcome: 'SPOKE', at: before }, soFar());
    expect(both.status).toBe('HELD');
  });

  it('goes through the bridge once until somebody has said how it went, and not at all when it is not wanted or no longer open', () => {
    const call = callFor();
    expect(thrown(() => call.bridge(soFar({ buyIns: ['AGENCY', 'PARENT'] })))).toEqual(code('MEETINGS.BUY_IN_MISSING'));
    expect(thrown(() => call.bridge(soFar({ attempts: [{ outcome: 'NOT_READY', mayCallAgain: false }] })))).toEqual(code('MEETINGS.NO_CALL_WITHOUT_AGREEMENT'));
    expect(thrown(() => call.bridge(soFar({ isUnsaidOfOther: true })))).toEqual(code('MEETINGS.OUTCOME_NEEDED'));
    call.bridge(soFar());
    expect(thrown(() => call.bridge(soFar()))).toEqual(code('MEETINGS.OUTCOME_NEEDED'));
    call.attempt({ outcome: 'NO_ANSWER', at: at('2026-03-03T00:00:00Z') }, soFar());
    call.bridge(soFar());
    call.attempt({ outcome: 'SPOKE', at: at('2026-03-03T00:00:00Z') }, soFar());
    expect([call.status, call.bridgedAt]).toEqual(['HELD', null]);
    expect(thrown(() => call.bridge(soFar()))).toEqual(code('MEETINGS.ALREADY_HELD'));
    const suspended = callFor();
    suspended.suspend(at('2026-03-10T00:00:00Z'));
    expect(thrown(() => suspended.bridge(soFar()))).toEqual(code('CONTACT_NOT_POSSIBLE'));
  });

  it('R01 R31 R43 is spoken once, by what all four want and the parent agrees to, and refuses the rest with its code, whatever is done in whatever order', () => {
    const commands = fc.oneof(
      fc.record({ do: fc.constantFrom('close' as const, 'suspend' as const, 'resume' as const), afterCall: fc.boolean() }),
      fc.record({ do: fc.constant('bridge' as const), wanted: fc.boolean(), unready: fc.boolean() }),
      fc.record({ do: fc.constant('attempt' as const), wanted: fc.boolean(), unready: fc.boolean(), outcome: fc.constantFrom('SPOKE' as const, 'NO_ANSWER' as const, 'NOT_READY' as const) }),
    );
    const over = { HELD: 'MEETINGS.ALREADY_HELD', CLOSED: 'MEETINGS.NO_LONGER_DUE', SUSPENDED: 'CONTACT_NOT_POSSIBLE', OPEN: null };
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 10 }), (all) => {
        const call = callFor();
        let wasPossible = true; // when they are said to have spoken
        for (const command of all) {
          const { status, bridgedAt } = call;
          if (command.do !== 'bridge' && command.do !== 'attempt') {
            const off = at(command.afterCall ? '2026-03-04T00:00:00Z' : '2026-03-03T00:00:00Z');
            if (command.do === 'resume') call.resume();
            else call[command.do](off);
            wasPossible = { close: status === 'HELD' || status === 'CLOSED' ? wasPossible : command.afterCall && (status === 'OPEN' || wasPossible), suspend: status === 'OPEN' ? command.afterCall : wasPossible, resume: status === 'SUSPENDED' || wasPossible }[command.do];
            const to = { close: status === 'HELD' ? status : 'CLOSED', suspend: status === 'OPEN' ? 'SUSPENDED' : status, resume: status === 'SUSPENDED' ? 'OPEN' : status };
            expect(call.status).toBe(to[command.do]);
            continue;
          }
          const known = soFar({ buyIns: command.wanted ? callParties : ['AGENCY', 'PARENT'], attempts: command.unready ? [{ outcome: 'NOT_READY', mayCallAgain: false }] : [] });
          const unwanted = command.wanted ? (command.unready ? 'MEETINGS.NO_CALL_WITHOUT_AGREEMENT' : null) : 'MEETINGS.BUY_IN_MISSING';
          const refused = (command.do === 'attempt' && status !== 'HELD' && wasPossible ? null : over[status]) ?? unwanted ?? (command.do === 'bridge' && bridgedAt ? 'MEETINGS.OUTCOME_NEEDED' : null);
          const work = (): unknown => (command.do === 'bridge' ? call.bridge(known) : call.attempt({ outcome: command.outcome, at: at('2026-03-03T00:00:00Z') }, known));
          expect(codeOf(work)).toBe(refused);
          const spoke = !refused && command.do === 'attempt' && command.outcome === 'SPOKE';
          expect([call.status, call.heldAt != null]).toEqual(spoke ? ['HELD', true] : [status, status === 'HELD']);
        }
      }),
    );
  });

  it('S16 is as before where the bridge could not connect the two, unless they were connected again meanwhile', () => {
    const call = callFor();
    call.bridge(soFar());
    call.notConnected(at('2026-03-10T00:02:00Z'), at('2026-03-10T00:01:00Z'));
    expect([call.bridgedAt, call.notConnectedAt?.toString()]).toEqual([null, '2026-03-10T00:01:00Z']);
    call.bridge(soFar({ now: at('2026-03-10T00:03:00Z') })); // without a word about how a call went that was none
    call.notConnected(at('2026-03-10T00:02:00Z'), at('2026-03-10T00:03:30Z')); // of the request before
    expect([call.bridgedAt?.toString(), call.notConnectedAt]).toEqual(['2026-03-10T00:03:00Z', null]);
    call.suspend(at('2026-03-10T00:05:00Z'));
    call.notConnected(at('2026-03-10T00:05:00Z'), at('2026-03-10T00:04:00Z'));
    expect([call.status, call.notConnectedAt]).toEqual(['SUSPENDED', null]);
  });
});
