import { describe, expect, it } from '@jest/globals';
import { facts } from '@fc/contracts';
import { profileFields } from '../child-profile/profile-field.ts';
import { agendaTemplate } from './agenda.ts';

describe('the agenda of a Connections Meeting', () => {
  it('R16 has the items that the published events name, in the same order', () => {
    expect(agendaTemplate.map(({ key }) => key)).toEqual(facts.agendaKey.options);
  });

  it('leads every field of a child’s profile from at least one item', () => {
    const fields = new Set(agendaTemplate.flatMap((item) => item.fields));
    expect(profileFields.filter((field) => !fields.has(field))).toEqual([]);
  });
});
