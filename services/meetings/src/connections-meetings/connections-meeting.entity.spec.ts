import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
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
    expect(() => meeting.hold({ heldAt: at('2026-03-08T17:00:00Z') }, { agenda, hasPlan: true, now })).toThrow('before the match and the preparation');
    expect(meeting.hold({ heldAt }, { agenda, hasPlan: true, now })).toBe(false);
    expect(() => meeting.hold({ heldAt }, { agenda, hasPlan: true, now })).toThrow('held already');
    expect([meeting.cancel(), meeting.status]).toEqual([false, 'HELD']);
  });

  it('is not held before both sides had their mentor, also where both were let off the preparation, or prepared before', () => {
    for (const preparedAt of [null, at('2026-03-02T18:00:00Z')]) {
      const meeting = schedule({ readiness: { unprepared: [], preparedAt } });
      const around = { agenda: covered(meeting), hasPlan: true, now };
      expect(() => meeting.hold({ heldAt: at('2026-03-05T17:59:59Z') }, around)).toThrow('before the match and the preparation');
      expect(meeting.hold({ heldAt: at('2026-03-05T18:00:00Z') }, around)).toBe(false);
    }
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
});
