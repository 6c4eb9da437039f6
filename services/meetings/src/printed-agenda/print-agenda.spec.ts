import { describe, expect, it } from '@jest/globals';
import { readPdf, type ReadPdf } from '../../test/read-pdf.ts';
import { AgendaDirection } from '../connections-meetings/agenda.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { agendaWords } from './agenda-words.ts';
import { icebreakerTemplate } from '../icebreakers/icebreaker-topic.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { printAgenda, type AgendaToPrint, type CountyWords } from './print-agenda.ts';

const inEnglish = (text: string): CountyWords => ({ text, lang: GuideLanguage.en });
const inSpanish = (text: string): CountyWords => ({ text, lang: GuideLanguage.es });
const agenda: AgendaToPrint = { kind: MeetingKind.CONNECTIONS_MEETING, language: GuideLanguage.en, when: 'Tuesday, March 10, 2026, 2:00 – 4:00 PM PDT', place: 'Library', leads: { ally: inEnglish('Parent Partner'), mentor: inEnglish('Caregiver Mentor') }, topics: [], ownItems: [] };

/** The file as another program reads it. */
const read = async (about: Partial<AgendaToPrint> = {}): Promise<ReadPdf> => readPdf(await printAgenda({ ...agenda, ...about }));

describe('a printed agenda', () => {
  it('has the six items in their order with who tells whom, who leads it, and when and where it is', async () => {
    const { text, pages } = await read();
    const { items, directions } = agendaWords.en;
    expect(Object.values(items).map((title, index) => text.indexOf(`${index + 1}. ${title}`))).toEqual(Object.values(items).map(() => expect.any(Number)));
    const found = Object.values(items).map((title, index) => text.indexOf(`${index + 1}. ${title}`));
    expect(found.every((at, index) => at > (found[index - 1] ?? -1))).toBe(true);
    expect(text.split(directions.PARENT_TO_CAREGIVER)).toHaveLength(3);
    expect(text).toContain(agenda.when);
    expect(text).toContain('Where: Library');
    expect(text).toContain('The Parent Partner and the Caregiver Mentor lead this meeting together.');
    expect(text.split(agendaWords.en.notes)).toHaveLength(7);
    expect(pages).toBe(2);
  });

  it('can be read out: it is tagged, has a title and a language, and brings its own letters', async () => {
    const { title, language, roles, source } = await read();
    expect([title, language]).toEqual([agendaWords.en.title, 'en']);
    expect(source).toMatch(/\/Marked true/);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H2')).toHaveLength(6);
    expect(roles.filter((role) => role === 'P')).toHaveLength(3 + 2 * 6);
    expect(source).toMatch(/\/FontFile2 /);
    expect(source).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it('is in Spanish for whoever reads Spanish, with its letters, and does not name a place that stands on no paper', async () => {
    const { text, title, language } = await read({ language: GuideLanguage.es, place: null });
    expect([title, language]).toEqual(['Temas de nuestra primera reunión', 'es']);
    expect(text).toContain('2. Cómo está el niño o la niña');
    expect(text).toContain('Inicie sesión para ver dónde.');
    expect(text).not.toContain('Dónde:');
  });

  it('has what the county has on every agenda after the six, in the county’s own language', async () => {
    const { text, roles, source } = await read({ language: GuideLanguage.es, ownItems: [{ title: inEnglish('Medicines'), direction: AgendaDirection.BOTH }, { title: inEnglish('Pets at home'), direction: AgendaDirection.CAREGIVER_TO_PARENT }] });
    expect(text.indexOf('7. Medicines')).toBeGreaterThan(text.indexOf(`6. ${Object.values(agendaWords.es.items)[5]}`));
    expect(text).toContain('8. Pets at home');
    expect(roles.filter((role) => role === 'H2')).toHaveLength(8);
    expect(source.match(/\/Lang \(en\)/g)).toHaveLength(2 + 2); // and the names of the two roles
  });

  it('S05 has the county’s items and the roles in Spanish where there are words for them, and then marks nothing as English', async () => {
    const leads = { ally: inSpanish('aliado o aliada de padres'), mentor: inSpanish('mentor o mentora de cuidadores') };
    const { text, roles, source } = await read({ language: GuideLanguage.es, leads, ownItems: [{ title: inSpanish('Medicinas y alergias'), direction: AgendaDirection.BOTH }] });
    expect(text).toContain('Dirigen juntas esta reunión: aliado o aliada de padres y mentor o mentora de cuidadores.');
    expect(text).toContain('7. Medicinas y alergias');
    expect(source).not.toMatch(/\/Lang \(en\)/);
    expect(roles).not.toContain('Span');
    const mixed = await read({ language: GuideLanguage.es, leads: { ...leads, ally: inEnglish('Parent Partner') } });
    expect(mixed.text).toContain('Dirigen juntas esta reunión: Parent Partner y mentor o mentora de cuidadores.');
    expect([mixed.roles.filter((role) => role === 'Span').length, mixed.source.match(/\/Lang \(en\)/g)?.length]).toEqual([1, 1]);
  });

  it('R68 has the topics of an icebreaker, whom nobody of the program leads, and those that it adds to the six of a meeting that is both', async () => {
    const icebreaker = await read({ kind: MeetingKind.ICEBREAKER, topics: icebreakerTemplate });
    expect(icebreaker.title).toBe('Agenda of our icebreaker');
    expect(icebreaker.text).toContain('8. How and when the child and the family are in contact');
    expect(icebreaker.text).not.toMatch(/Introductions|Parent Partner/);
    expect(icebreaker.roles.filter((role) => role === 'H2')).toHaveLength(8);
    const both = await read({ language: GuideLanguage.es, topics: icebreakerTemplate.filter(({ within }) => !within), ownItems: [{ title: inEnglish('Medicines'), direction: AgendaDirection.BOTH }] });
    expect(both.text).toContain('7. Quien cuida, su familia y su hogar');
    expect(both.text).toContain('12. Medicines');
  });

  it('prints what a county calls its roles, and a place of several lines, as they are', async () => {
    const { text } = await read({ leads: { ally: inEnglish('$& Ally'), mentor: inEnglish('Mentor') }, place: 'Room 2\nsecond floor' });
    expect(text).toContain('The $& Ally and the Mentor');
    expect(text).toContain('second floor');
  });
});
