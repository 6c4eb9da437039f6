import { describe, expect, it } from '@jest/globals';
import { facts } from '@fc/contracts';
import { profileFields } from '../child-profile/profile-field.ts';
import { icebreakerTemplate } from '../icebreakers/icebreaker-topic.ts';
import { agendaTemplate } from './agenda.ts';

describe('the agenda of a Connections Meeting', () => {
  it('R16 has the items that the published events name, in the same order', () => {
    expect(agendaTemplate.map(({ key }) => key)).toEqual(facts.agendaKey.options);
  });

  it('R68 has every topic of an icebreaker once, of which one meeting that is both adds what the six are not about', () => {
    expect(icebreakerTemplate.map(({ key }) => key)).toEqual(facts.icebreakerTopic.options);
    expect(icebreakerTemplate.filter(({ within }) => !within).map(({ key }) => key)).toEqual(['CAREGIVER_AND_HOME', 'CHILD_NEEDS', 'MEDICAL_HISTORY', 'FAMILY_DYNAMICS', 'CONTACT_ARRANGEMENTS']);
  });

  it('leads every field of a child’s profile from at least one item', () => {
    const fields = new Set(agendaTemplate.flatMap((item) => item.fields));
    expect(profileFields.filter((field) => !fields.has(field))).toEqual([]);
  });

  it('R67 leads every field of a child’s profile from at least one topic of an icebreaker too, and none from what the caregiver tells', () => {
    const fields = new Set(icebreakerTemplate.flatMap((topic) => topic.fields));
    expect(profileFields.filter((field) => !fields.has(field))).toEqual([]);
    expect(icebreakerTemplate.filter(({ direction }) => direction === 'CAREGIVER_TO_PARENT').flatMap((topic) => topic.fields)).toEqual([]);
    expect(icebreakerTemplate.filter(({ direction, fields: own }) => direction === 'PARENT_TO_CAREGIVER' && own.length === 0)).toEqual([]);
  });
});
