import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { ActiveMatch } from '../projections/active-match.entity.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const [planned, now] = [at('2026-03-10T18:00:00Z'), at('2026-03-25T18:00:00Z')];
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({}) } as County; // the rest of a county says nothing about meetings
const person = (): Id<'Person'> => newId<'Person'>();
const people = { ally: person(), mentor: person(), parent: person(), caregiver: person(), relative: person(), facilitator: person(), stranger: person() };
type Who = keyof typeof people;
const families = { parentId: people.parent, caregiverIds: [people.caregiver] };
const match = (mentorRole: 'PARENT_ALLY' | 'CAREGIVER_MENTOR', mentorId: Id<'Person'>): ActiveMatch => ActiveMatch.accepted({ matchId: newId(), mentorRole, mentorId, participantId: newId(), acceptedAt: '2026-03-05T18:00:00Z' });
const matches = { PARENT: match('PARENT_ALLY', people.ally), HOUSEHOLD: match('CAREGIVER_MENTOR', people.mentor) };
const readiness = { unprepared: [], preparedAt: at('2026-03-08T18:00:00Z') };
const schedule = (): ConnectionsMeeting =>
  ConnectionsMeeting.schedule(
    { connectionId: newId(), scheduledFor: at('2026-03-12T18:00:00Z'), place: 'Library', setting: MeetingSetting.COMMUNITY, facilitatorId: people.facilitator, relativeIds: [people.relative] },
    { matches, readiness, county, now: planned },
  );

/** When something is said to have taken place, and with which code that is refused. Its target was over on the 20th. */
const moments = {
  BEFORE_PREPARATION: [at('2026-03-08T17:00:00Z'), 'DATE_TOO_EARLY'],
  IN_TIME: [at('2026-03-12T19:00:00Z'), null],
  LATE: [at('2026-03-24T19:00:00Z'), null],
  TOMORROW: [at('2026-03-26T19:00:00Z'), 'DATE_IN_FUTURE'],
} as const;
const moment = fc.constantFrom(...(Object.keys(moments) as (keyof typeof moments)[]));
const anybody = fc.constantFrom(...(Object.keys(people) as Who[]));
const few = fc.subarray(Object.keys(people) as Who[]);
/** Mostly those without whom there is no meeting. */
const came = fc.oneof(few, few.map((others): Who[] => [...new Set<Who>(['ally', 'mentor', 'parent', 'caregiver', ...others.filter((who) => who !== 'stranger')])]));
const idsOf = (who: readonly Who[]): Id<'Person'>[] => who.map((each) => people[each]);

const commands = fc.oneof(
  fc.record({ do: fc.constantFrom('cancel' as const, 'suspend' as const) }),
  fc.record({ do: fc.constantFrom('lead' as const, 'attend' as const), by: anybody }),
  fc.record({ do: fc.constant('note' as const), by: anybody, came }),
  fc.record({ do: fc.constant('allCame' as const) }),
  fc.record({ do: fc.constant('begin' as const), early: fc.boolean() }),
  fc.record({ do: fc.constant('move' as const), past: fc.boolean(), place: fc.constantFrom('Park', ' '), setting: fc.constantFrom(MeetingSetting.COMMUNITY, MeetingSetting.VIRTUAL) }),
  fc.record({ do: fc.constant('hold' as const), covered: fc.boolean(), hasPlan: fc.boolean(), when: moment, because: fc.constantFrom(null, 'UNREACHABLE' as const) }),
  fc.record({ do: fc.constant('breakOff' as const), notedBy: fc.option(fc.constantFrom<Who>('ally', 'mentor')), when: moment }),
);
type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never;

const agendaOf = (meeting: ConnectionsMeeting, notedBy: Who | null, items = 6): AgendaItem[] => {
  const agenda = AgendaItem.agendaOf(meeting.id, county);
  if (notedBy) for (const item of agenda.slice(0, items)) item.cover({ by: people[notedBy], at: planned });
  return agenda;
};

function run(meeting: ConnectionsMeeting, command: Command): unknown {
  switch (command.do) {
    case 'cancel':
    case 'suspend':
      return meeting[command.do]();
    case 'lead':
      return meeting.requireLedBy(people[command.by]);
    case 'attend':
      return meeting.requireOneOfLeads(people[command.by]);
    case 'note':
      return meeting.noteWhoCame(idsOf(command.came), { by: people[command.by], families });
    case 'allCame':
      return meeting.requireAllCame(families);
    case 'begin':
      return meeting.requireBegun(command.early ? planned : at('2026-06-01T00:00:00Z'));
    case 'move':
      return meeting.move({ scheduledFor: command.past ? planned : at('2026-04-01T18:00:00Z'), place: command.place, setting: command.setting }, now);
    case 'hold':
      return meeting.hold({ heldAt: moments[command.when][0], missReason: command.because }, { agenda: agendaOf(meeting, command.covered ? 'ally' : null), hasPlan: command.hasPlan, now });
    case 'breakOff':
      return meeting.breakOff(moments[command.when][0], { agenda: agendaOf(meeting, command.notedBy, 2), now });
  }
}

const over = { HELD: 'MEETINGS.ALREADY_HELD', CANCELLED: 'MEETINGS.CANCELLED', SUSPENDED: 'CONTACT_NOT_POSSIBLE', BROKEN_OFF: 'MEETINGS.BROKEN_OFF', SCHEDULED: null };

/** With which code the command is refused by the rules of the program; null where it is done. */
function refusalOf({ status, cameIds = null }: ConnectionsMeeting, command: Command): string | null {
  const isThere = (who: Who): boolean => cameIds?.includes(people[who]) ?? true;
  switch (command.do) {
    case 'cancel':
    case 'suspend':
      return null; // they answer whether there was anything to do
    case 'lead':
    case 'attend':
    case 'note': {
      if (command.by !== 'ally' && command.by !== 'mentor') return 'MEETINGS.NOT_A_LEAD';
      if (over[status]) return over[status];
      if (command.do !== 'note') return command.do === 'attend' || isThere(command.by) ? null : 'MEETINGS.NOT_THERE';
      return !command.came.includes(command.by) ? 'MEETINGS.NOT_THERE' : command.came.includes('stranger') ? 'MEETINGS.NOT_INVITED' : null;
    }
    case 'allCame':
      return (['ally', 'mentor', 'parent', 'caregiver'] as const).every(isThere) ? null : 'MEETINGS.NOT_ALL_CAME';
    case 'begin':
      return over[status] ?? (command.early ? 'MEETINGS.NOT_YET' : null);
    case 'move':
      return over[status] ?? (command.past ? 'DATE_IN_PAST' : command.place === ' ' ? 'TEXT_REQUIRED' : command.setting === 'VIRTUAL' ? 'MEETINGS.NOT_A_LINK' : null);
    case 'hold': {
      if (!command.covered) return over[status] ?? 'MEETINGS.AGENDA_OPEN';
      if (!command.hasPlan) return over[status] ?? 'MEETINGS.PLAN_NEEDED';
      return over[status] ?? moments[command.when][1] ?? (command.when === 'LATE' && !command.because ? 'MEETINGS.REASON_NEEDED' : null);
    }
    case 'breakOff':
      return over[status] ?? moments[command.when][1] ?? (command.notedBy && !isThere(command.notedBy) ? 'MEETINGS.NOTED_BY_ABSENT' : null);
  }
}

const becomes: Partial<Record<Command['do'], string>> = { cancel: 'CANCELLED', suspend: 'SUSPENDED', hold: 'HELD', breakOff: 'BROKEN_OFF' };
const asks: readonly Command['do'][] = ['lead', 'attend', 'allCame', 'begin'];

/** What holds of a meeting in whatever state it is. */
function expectLegal(meeting: ConnectionsMeeting): void {
  const { status, heldAt, cameIds, missReason, leadIds } = meeting;
  expect(heldAt != null).toBe(status === 'HELD' || status === 'BROKEN_OFF');
  expect(leadIds).toEqual([people.ally, people.mentor]);
  expect((cameIds ?? []).filter((who) => !meeting.peopleWith(families).includes(who))).toEqual([]);
  if (cameIds) expect(cameIds.some((who) => leadIds.includes(who))).toBe(true);
  if (missReason) expect(status).toBe('HELD');
}

describe('the states of a Connections Meeting', () => {
  it('begin with a plan: it has not been held, and nobody has said who came', () => {
    const meeting = schedule();
    expect([meeting.status, meeting.heldAt, meeting.cameIds, meeting.noShowAt]).toEqual(['SCHEDULED', null, null, null]);
    expectLegal(meeting);
  });

  it('R15 R16 R17 R43 R78 are legal whatever is done in whatever order: held once, broken off, cancelled or suspended once, and the rest refused with its code and nothing changed', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), (all) => {
        const meeting = schedule();
        for (const command of all) {
          const [before, status] = [stateOf(meeting), meeting.status];
          const refused = refusalOf(meeting, command);
          let answer: unknown;
          expect(codeOf(() => (answer = run(meeting, command)))).toBe(refused);
          if (command.do === 'cancel' || command.do === 'suspend') expect(answer).toBe(status === 'SCHEDULED');
          const isDone = !refused && !asks.includes(command.do) && status === 'SCHEDULED';
          if (!isDone) expect(stateOf(meeting)).toBe(before);
          expect(meeting.status).toBe((isDone && becomes[command.do]) || status);
          if (isDone && command.do === 'note') expect(meeting.cameIds).toEqual(idsOf(command.came));
          expectLegal(meeting);
        }
      }),
      { numRuns: 300 },
    );
  });
});
