import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { ActiveMatch, type Matches } from '../projections/active-match.entity.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const now = at('2026-03-10T18:00:00Z');
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({}) } as County; // the rest of a county says nothing about meetings
const [ally, mentor] = [newId<'Person'>(), newId<'Person'>()];
const match = (mentorRole: 'PARENT_ALLY' | 'CAREGIVER_MENTOR', mentorId: Id<'Person'>, acceptedAt: string): ActiveMatch => ActiveMatch.accepted({ matchId: newId(), mentorRole, mentorId, participantId: newId(), acceptedAt });
const matches: Matches = { PARENT: match('PARENT_ALLY', ally, '2026-03-01T18:00:00Z'), HOUSEHOLD: match('CAREGIVER_MENTOR', mentor, '2026-03-05T18:00:00Z') };
const readiness = { unprepared: [], preparedAt: at('2026-03-08T18:00:00Z') };
const schedule = (about: Partial<Parameters<typeof ConnectionsMeeting.schedule>[1]> = {}): ConnectionsMeeting =>
  ConnectionsMeeting.schedule({ connectionId: newId(), scheduledFor: at('2026-03-12T18:00:00Z'), place: 'Library', setting: MeetingSetting.COMMUNITY }, { matches, readiness, county, now, ...about });
const covered = (meeting: ConnectionsMeeting): AgendaItem[] => {
  const agenda = AgendaItem.agendaOf(meeting.id, county);
  for (const item of agenda) item.cover({ by: ally, at: now });
  return agenda;
};

describe('a Connections Meeting', () => {
  it('has its target 14 days from the second acceptance, to the end of that day in the county', () => {
    const { opensAt, closesAt, rule } = schedule();
    expect([closesAt.toString(), rule]).toEqual(['2026-03-20T07:00:00Z', 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH']);
    expect(opensAt.toString()).toBe('2026-03-05T08:00:00Z');
  });

  it('is led by the two accepted mentors, whoever else asks', () => {
    const meeting = schedule();
    meeting.requireLedBy(ally);
    meeting.requireLedBy(mentor);
    expect(() => meeting.requireLedBy(newId())).toThrow('lead this meeting');
  });

  it('names every mentor and every preparation that is missing', () => {
    expect(() => schedule({ matches: { PARENT: null, HOUSEHOLD: null } })).toThrow('the parent’s Parent Ally and the household’s Caregiver Mentor');
    expect(() => schedule({ readiness: { unprepared: ['PARENT'], preparedAt: null } })).toThrow('the preparation with the parent’s Parent Ally');
  });

  it('is held with the whole agenda and a plan, after the preparation, once', () => {
    const meeting = schedule();
    const agenda = covered(meeting);
    const heldAt = at('2026-03-10T17:00:00Z');
    expect(() => meeting.hold({ heldAt }, { agenda: AgendaItem.agendaOf(meeting.id, county), hasPlan: true, now })).toThrow('Introductions');
    expect(() => meeting.hold({ heldAt }, { agenda, hasPlan: false, now })).toThrow('ends with a plan');
    expect(() => meeting.hold({ heldAt: at('2026-03-08T17:00:00Z') }, { agenda, hasPlan: true, now })).toThrow('before the preparation');
    expect(meeting.hold({ heldAt }, { agenda, hasPlan: true, now })).toBe(false);
    expect(() => meeting.hold({ heldAt }, { agenda, hasPlan: true, now })).toThrow('held already');
    expect([meeting.cancel(), meeting.status]).toEqual([false, 'HELD']);
  });

  it('asks for a reason behind its target, and counts an item as newly covered once', () => {
    const meeting = schedule();
    const late = { agenda: covered(meeting), hasPlan: true, now: at('2026-04-01T00:00:00Z') };
    expect(() => meeting.hold({ heldAt: at('2026-03-21T00:00:00Z') }, late)).toThrow('Please say why');
    expect(meeting.hold({ heldAt: at('2026-03-21T00:00:00Z'), missReason: 'PARENT_DECLINED' }, late)).toBe(true);
    const [item] = AgendaItem.agendaOf(meeting.id, county);
    expect([item?.cover({ by: ally, at: now }), item?.cover({ by: mentor, at: now, note: 'Again.' })]).toEqual([true, false]);
  });

  it('stays suspended: nothing holds it or cancels it', () => {
    const meeting = schedule();
    meeting.suspend();
    expect(() => meeting.requireLedBy(ally)).toThrow('This is not possible at present.');
    expect([meeting.cancel(), meeting.status]).toEqual([false, 'SUSPENDED']);
  });

  it('R15 R16 R17 R43 is held once by its agenda and its plan, cancelled or suspended once, and refuses the rest with its code, whatever is done in whatever order', () => {
    const commands = fc.oneof(
      fc.record({ do: fc.constantFrom('cancel' as const, 'suspend' as const, 'begin' as const, 'move' as const) }),
      fc.record({ do: fc.constant('lead' as const), isLead: fc.boolean() }),
      fc.record({ do: fc.constant('hold' as const), covered: fc.boolean(), hasPlan: fc.boolean() }),
    );
    const over = { HELD: 'MEETINGS.ALREADY_HELD', CANCELLED: 'MEETINGS.CANCELLED', SUSPENDED: 'CONTACT_NOT_POSSIBLE', BROKEN_OFF: 'MEETINGS.BROKEN_OFF', SCHEDULED: null };
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 8 }), (all) => {
        const meeting = schedule();
        for (const command of all) {
          const { status } = meeting;
          if (command.do === 'cancel' || command.do === 'suspend') {
            expect(meeting[command.do]()).toBe(status === 'SCHEDULED');
            expect(meeting.status).toBe(status === 'SCHEDULED' ? { cancel: 'CANCELLED', suspend: 'SUSPENDED' }[command.do] : status);
            continue;
          }
          if (command.do === 'hold') {
            const agenda = command.covered ? covered(meeting) : AgendaItem.agendaOf(meeting.id, county);
            const refused = over[status] ?? (command.covered ? (command.hasPlan ? null : 'MEETINGS.PLAN_NEEDED') : 'MEETINGS.AGENDA_OPEN');
            expect(codeOf(() => meeting.hold({ heldAt: now }, { agenda, hasPlan: command.hasPlan, now }))).toBe(refused);
            expect([meeting.status, meeting.heldAt != null]).toEqual(refused ? [status, status === 'HELD'] : ['HELD', true]);
            continue;
          }
          if (command.do === 'lead') expect(codeOf(() => meeting.requireLedBy(command.isLead ? ally : newId()))).toBe(command.isLead ? over[status] : 'MEETINGS.NOT_A_LEAD');
          else if (command.do === 'begin') expect(codeOf(() => meeting.requireBegun(now))).toBe(over[status] ?? 'MEETINGS.NOT_YET');
          else expect(codeOf(() => meeting.move({ scheduledFor: now.add({ hours: 24 }), place: 'Park', setting: MeetingSetting.COMMUNITY }, now))).toBe(over[status]);
          expect(meeting.status).toBe(status);
        }
      }),
    );
  });
});
