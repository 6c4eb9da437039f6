import { describe, expect, it } from '@jest/globals';
import { countySettingsSchema } from './county.ts';

/** What is wrong with these settings, and where. */
const wrongIn = (settings: object): string[] => (countySettingsSchema.safeParse(settings).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('what a county decides for its meetings', () => {
  const item = { key: 'MEDICINES', title: 'Medicines' };
  const hearing = { key: 'REVIEW', name: 'Review hearing' };

  it('is complete when it decides nothing', () => {
    const { agendaItems, reviewHearingTypes, meetingTravelMinutes } = countySettingsSchema.parse({});
    expect([agendaItems, reviewHearingTypes.map(({ key }) => key), meetingTravelMinutes]).toEqual([[], ['SHELTER_CARE', 'REVIEW', 'PERMANENCY_PLANNING'], 30]);
    expect(wrongIn({ agendaItems: [item], icebreakerItems: [item], reviewHearingTypes: [hearing], meetingTravelMinutes: 0, meetingMinutes: { icebreaker: 15, familyMeeting: 480 } })).toEqual([]);
    expect(countySettingsSchema.parse({ meetingMinutes: { icebreaker: 90 } }).meetingMinutes).toEqual({ connectionsMeeting: 60, icebreaker: 90, familyMeeting: 60, reviewHearing: 60, occasion: 120 });
  });

  it.each([
    ['an item of the agenda named as one of the program’s six', { agendaItems: [{ ...item, key: 'ROUTINE' }] }, 'agendaItems name an item as one of the program’s six'],
    ['two items by one key', { agendaItems: [item, { ...item, title: 'Allergies' }] }, 'agendaItems name two items by one key'],
    ['a key in small letters', { agendaItems: [{ ...item, key: 'medicines' }] }, 'agendaItems.0.key is capitals, digits and underlines, like MEDICINES'],
    ['an item of the icebreaker named as one of its topics', { icebreakerItems: [{ ...item, key: 'ROUTINES' }] }, 'icebreakerItems name an item as one of the program’s topics'],
    ['two items of the icebreaker by one key', { icebreakerItems: [item, item] }, 'icebreakerItems name two items by one key'],
    ['two hearings by one key', { reviewHearingTypes: [hearing, { ...hearing, name: 'Six-month review' }] }, 'reviewHearingTypes name two hearings by one key'],
  ])('refuses %s, and says so', (_, settings, wrong) => {
    expect(wrongIn(settings)).toEqual([wrong]);
  });

  it('refuses a way of more than four hours, a meeting of fourteen minutes or of more than eight hours, a hearing held by nobody it knows, and an item that says nothing', () => {
    expect(wrongIn({ meetingTravelMinutes: 241 })).toHaveLength(1);
    expect(wrongIn({ meetingMinutes: { icebreaker: 14, reviewHearing: 481 } })).toHaveLength(2);
    expect(wrongIn({ reviewHearingTypes: [{ ...hearing, by: 'SCHOOL' }] })).toHaveLength(1);
    expect(wrongIn({ agendaItems: [{ ...item, title: '' }] })).toHaveLength(1);
    expect(wrongIn({ agendaItems: [{ ...item, titleEs: 'Medicinas' }], icebreakerItems: [{ ...item, titleEs: 'Medicinas' }] })).toEqual([]);
    expect(wrongIn({ icebreakerItems: [{ ...item, titleEs: '' }] })).toHaveLength(1);
  });
});
