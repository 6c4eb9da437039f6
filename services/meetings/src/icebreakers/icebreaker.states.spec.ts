import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { firstPlacement } from '../../test/first-placement.ts';
import { stateOf } from '../../test/state-of.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { Icebreaker, isOfReturnHome } from './icebreaker.entity.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({}) } as County; // the rest of a county says nothing about icebreakers
const placement = firstPlacement();
const after = (ofReturnHome: boolean): Icebreaker =>
  ofReturnHome ? Icebreaker.atReturnHome({ connectionId: newId(), placementId: placement.id, childId: placement.childId }, at('2026-03-06T18:00:00Z'), county) : Icebreaker.due(newId(), placement, county);
const now = at('2026-03-20T00:00:00Z');
const appointment = at('2026-03-21T20:00:00Z');

/** When it is said to have been held, and with which code that is refused. Its window was over on the 12th. */
const moments = {
  BEFORE_PLACEMENT: [at('2026-03-05T00:00:00Z'), 'DATE_TOO_EARLY'],
  IN_TIME: [at('2026-03-08T00:00:00Z'), null],
  LATE: [at('2026-03-19T00:00:00Z'), null],
  TOMORROW: [at('2026-03-21T00:00:00Z'), 'DATE_IN_FUTURE'],
} as const;

const commands = fc.oneof(
  fc.record({ do: fc.constantFrom('reopen' as const, 'cancel' as const) }),
  fc.record({ do: fc.constantFrom('close' as const, 'suspend' as const), since: fc.constantFrom(at('2026-03-08T00:00:00Z'), now) }),
  fc.record({ do: fc.constant('noShow' as const), early: fc.boolean() }),
  fc.record({ do: fc.constant('schedule' as const), past: fc.boolean(), place: fc.constantFrom('Office', 'https://video.example.org/room', ' '), setting: fc.constantFrom(MeetingSetting.AGENCY, MeetingSetting.VIRTUAL) }),
  fc.record({ do: fc.constant('hold' as const), facilitated: fc.boolean(), when: fc.constantFrom(...(Object.keys(moments) as (keyof typeof moments)[])), because: fc.constantFrom(null, 'AGENCY_DELAY' as const) }),
);
type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never;

const facilitatorId = newId<'Person'>();
const named: Id<'Person'> = newId<'Person'>();

function run(icebreaker: Icebreaker, command: Command): unknown {
  switch (command.do) {
    case 'noShow':
      return icebreaker.noShow(command.early ? now : appointment);
    case 'schedule':
      return icebreaker.schedule({ scheduledFor: command.past ? at('2026-03-19T00:00:00Z') : appointment, place: command.place, setting: command.setting, minutes: 60, facilitatorId }, now);
    case 'hold':
      return icebreaker.hold({ heldAt: moments[command.when][0], facilitatorId: command.facilitated ? named : null, purposes: [], topics: [], missReason: command.because }, { agenda: [], placement, zone: county.timeZone, now });
    case 'close':
    case 'suspend':
      return icebreaker[command.do](command.since);
    default:
      return icebreaker[command.do]();
  }
}

const over = { HELD: 'MEETINGS.ALREADY_HELD', CLOSED: 'MEETINGS.NO_LONGER_DUE', SUSPENDED: 'CONTACT_NOT_POSSIBLE', OPEN: null, SCHEDULED: null };

/** With which code the command is refused by the rules of the program; null where it is done. */
function refusalOf({ status, scheduledFor, suspendedAt, closedAt }: Icebreaker, command: Command): string | null {
  switch (command.do) {
    case 'close':
    case 'suspend':
    case 'reopen':
      return null; // what follows from elsewhere changes what it can, and refuses nothing
    case 'cancel':
    case 'noShow':
      if (status === 'OPEN' || !scheduledFor) return 'MEETINGS.NOT_SCHEDULED';
      return over[status] ?? (command.do === 'noShow' && command.early ? 'MEETINGS.NOT_YET' : null);
    case 'schedule': {
      const noLink = command.setting === 'VIRTUAL' && !command.place.startsWith('https://');
      return (status === 'SUSPENDED' ? null : over[status]) ?? (command.past ? 'DATE_IN_PAST' : command.place === ' ' ? 'TEXT_REQUIRED' : noLink ? 'MEETINGS.NOT_A_LINK' : null);
    }
    case 'hold': {
      const noFacilitator = !command.facilitated && status !== 'SCHEDULED' ? 'MEETINGS.NO_FACILITATOR' : null;
      const isAfter = (since: Temporal.Instant | null | undefined): boolean => since != null && Temporal.Instant.compare(moments[command.when][0], since) >= 0;
      const wasPossible = status !== 'HELD' && !isAfter(suspendedAt) && !(status === 'CLOSED' && isAfter(closedAt)); // what took place before it was off is written down
      return (wasPossible ? null : over[status]) ?? moments[command.when][1] ?? noFacilitator ?? (command.when === 'LATE' && !command.because ? 'MEETINGS.REASON_NEEDED' : null);
    }
  }
}

/** In which state a command that is not refused leaves it. */
function next(icebreaker: Icebreaker, { do: what }: Command): string {
  const { status } = icebreaker;
  if (what === 'close') return status === 'HELD' ? 'HELD' : 'CLOSED';
  if (what === 'suspend') return status === 'OPEN' || status === 'SCHEDULED' ? 'SUSPENDED' : status;
  if (what === 'reopen') return status === 'CLOSED' && isOfReturnHome(icebreaker) ? 'OPEN' : status;
  return { cancel: 'OPEN', noShow: 'OPEN', schedule: 'SCHEDULED', hold: 'HELD' }[what];
}

/** What holds of an icebreaker in whatever state it is. */
function expectLegal({ status, scheduledFor, place, setting, facilitatorId: who, heldAt, suspendedAt, closedAt, noShowAt, missReason }: Icebreaker): void {
  if (status === 'SCHEDULED') expect([scheduledFor, place, setting, who].every((each) => each != null)).toBe(true);
  expect(heldAt != null).toBe(status === 'HELD');
  if (status === 'SUSPENDED') expect(suspendedAt).not.toBeNull();
  if (status === 'OPEN' || status === 'SCHEDULED') expect([suspendedAt, closedAt]).toEqual([null, null]);
  if (status === 'CLOSED') expect(closedAt).not.toBeNull();
  if (status === 'HELD') expect(who).not.toBeNull();
  if (status === 'SCHEDULED') expect(noShowAt).toBeNull();
  if (noShowAt) expect(scheduledFor).not.toBeNull();
  if (missReason) expect(status).toBe('HELD');
}

describe('the states of an icebreaker', () => {
  it('begin with a task that nobody has planned', () => {
    for (const icebreaker of [after(false), after(true)]) {
      expect([icebreaker.status, icebreaker.scheduledFor, icebreaker.heldAt]).toEqual(['OPEN', null, null]);
      expectLegal(icebreaker);
    }
  });

  it('R68 R43 R81 R82 are legal whatever is done in whatever order: held once, called off, closed or suspended, back by a plan alone, and the rest refused with its code and nothing changed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(commands, { maxLength: 12 }), (ofReturnHome, all) => {
        const icebreaker = after(ofReturnHome);
        for (const command of all) {
          const [before, status] = [stateOf(icebreaker), icebreaker.status];
          const refused = refusalOf(icebreaker, command);
          const expected = refused ? status : next(icebreaker, command);
          let answer: unknown;
          expect(codeOf(() => (answer = run(icebreaker, command)))).toBe(refused);
          expect(icebreaker.status).toBe(expected);
          if (refused) expect(stateOf(icebreaker)).toBe(before);
          if (command.do === 'close' || command.do === 'suspend') expect(answer).toBe(status === 'SCHEDULED'); // whether an appointment is off by it
          expectLegal(icebreaker);
        }
      }),
      { numRuns: 300 },
    );
  });
});
