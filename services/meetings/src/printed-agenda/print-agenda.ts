import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { agendaTemplate, type AgendaDirection } from '../connections-meetings/agenda.ts';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import type { IcebreakerTopic } from '../icebreakers/icebreaker-topic.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { agendaWords, icebreakerWords, wordsOf } from './agenda-words.ts';

/** Words of the county, in the language that they are in. */
export interface CountyWords {
  readonly text: string;
  readonly lang: GuideLanguage;
}

export interface AgendaToPrint {
  readonly kind: MeetingKind;
  readonly language: GuideLanguage;
  /** From when to when, in words, on the clocks of the county. */
  readonly when: string;
  /** Null for a place that stands on no paper. */
  readonly place: string | null;
  /** What the county calls the two roles that lead the meeting. */
  readonly leads: { readonly ally: CountyWords; readonly mentor: CountyWords };
  /** What the icebreaker has on its agenda, or adds to the six items of a meeting that counts as one too. */
  readonly topics: readonly { readonly key: IcebreakerTopic; readonly direction: AgendaDirection }[];
  /** What the county has on every agenda after the program's items. */
  readonly ownItems: readonly { readonly title: CountyWords; readonly direction: AgendaDirection }[];
}

/** The fonts go into the file, with the letters that it uses: it looks and reads the same everywhere. */
const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}.ttf`);
const regular = fontFile('400Regular/NotoSans_400Regular');
const bold = fontFile('700Bold/NotoSans_700Bold');

/** In points, on US Letter: two pages with three items each. */
const margin = 54;
const note = { lines: 5, height: 21 };

/** The agenda of such a meeting as a tagged PDF with room for notes; its items are its headings, so that a screen reader finds them. */
export function printAgenda({ kind, language, when, place, leads, topics, ownItems }: AgendaToPrint): Promise<Buffer> {
  const words = wordsOf(kind, language);
  const pdf = new PDFDocument({ size: 'LETTER', margin, font: regular, pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true, info: { Title: words.title } });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const write = (tag: 'H1' | 'H2' | 'P', text: string, { font = regular, size = 11, lang = '' } = {}): void => {
    root.add(pdf.struct(tag, lang && lang !== language ? { lang } : {}, () => pdf.font(font).fontSize(size).text(text)));
    pdf.moveDown(0.3);
  };

  /** A part of a sentence that goes on after it: the name of a role is marked where it is in another language. */
  const partOf = (part: string): PDFKit.PDFStructureElement | (() => void) => {
    const role = part === '{ally}' ? leads.ally : part === '{mentor}' ? leads.mentor : { text: part, lang: language };
    const say = (): void => void pdf.font(regular).fontSize(11).text(role.text, { continued: true });
    return role.lang === language ? say : pdf.struct('Span', { lang: role.lang }, say);
  };

  write('H1', words.title, { font: bold, size: 22 });
  write('P', `${words.when}: ${when}`);
  write('P', place ? `${words.where}: ${place}` : words.whereToLook);
  root.add(pdf.struct('P', {}, words.leads.split(/(\{ally\}|\{mentor\})/).map(partOf)));
  pdf.text('').moveDown(0.3);
  const room = 60 + note.lines * note.height;
  const six = kind === MeetingKind.ICEBREAKER ? [] : agendaTemplate.map(({ key, direction }) => ({ title: agendaWords[language].items[key], direction }));
  const ofProgram = [...six, ...topics.map(({ key, direction }) => ({ title: icebreakerWords[language].items[key], direction }))].map((item) => ({ ...item, lang: language }));
  for (const [index, { title, direction, lang }] of [...ofProgram, ...ownItems.map(({ title: { text, lang }, direction }) => ({ title: text, direction, lang }))].entries()) {
    pdf.moveDown();
    if (pdf.y + room > pdf.page.height - margin) pdf.addPage();
    write('H2', `${index + 1}. ${title}`, { font: bold, size: 14, lang });
    write('P', words.directions[direction]);
    write('P', `${words.notes}:`, { size: 9 });
    drawLines(pdf);
  }
  root.end();
  pdf.end();
  return buffer(pdf);
}

/** Lines to write on, which nobody needs to hear read out. */
function drawLines(pdf: PDFKit.PDFDocument): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  for (let line = 1; line <= note.lines; line += 1) {
    const y = pdf.y + line * note.height;
    pdf.moveTo(margin, y).lineTo(pdf.page.width - margin, y);
  }
  pdf.lineWidth(0.5).stroke('#999999');
  pdf.endMarkedContent();
  pdf.y += note.lines * note.height;
}
