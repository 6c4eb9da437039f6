import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { agendaWords } from './agenda-words.ts';
import { printAgenda, type AgendaToPrint } from './print-agenda.ts';

const agenda: AgendaToPrint = { language: GuideLanguage.en, when: 'Tuesday, March 10, 2026 at 2:00 PM PDT', place: 'Library', leads: { ally: 'Parent Partner', mentor: 'Caregiver Mentor' } };

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}
const rolesOf = ({ role, children = [] }: Node): string[] => [...(role ? [role] : []), ...children.flatMap(rolesOf)];

/** The file as another program reads it. */
async function read(about: Partial<AgendaToPrint> = {}) {
  const file = await printAgenda({ ...agenda, ...about });
  const pdf = await getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  const roles = await Promise.all(pages.map(async (page) => rolesOf((await page.getStructTree()) as Node)));
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  const catalogue = { title: info['Title'], language: info['Language'] };
  await pdf.loadingTask.destroy();
  return { catalogue, text: texts.join('\n'), roles: roles.flat(), pages: pages.length, source: file.toString('latin1') };
}

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
    const { catalogue, roles, source } = await read();
    expect(catalogue).toEqual({ title: agendaWords.en.title, language: 'en' });
    expect(source).toMatch(/\/Marked true/);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H2')).toHaveLength(6);
    expect(roles.filter((role) => role === 'P')).toHaveLength(3 + 2 * 6);
    expect(source).toMatch(/\/FontFile2 /);
    expect(source).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it('is in Spanish for whoever reads Spanish, with its letters, and does not name a place that stands on no paper', async () => {
    const { text, catalogue } = await read({ language: GuideLanguage.es, place: null });
    expect(catalogue).toMatchObject({ language: 'es', title: 'Temas de nuestra primera reunión' });
    expect(text).toContain('2. Cómo está el niño o la niña');
    expect(text).toContain('Inicie sesión para ver dónde.');
    expect(text).not.toContain('Dónde:');
  });

  it('prints what a county calls its roles, and a place of several lines, as they are', async () => {
    const { text } = await read({ leads: { ally: '$& Ally', mentor: 'Mentor' }, place: 'Room 2\nsecond floor' });
    expect(text).toContain('The $& Ally and the Mentor');
    expect(text).toContain('second floor');
  });
});
