import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}
const rolesOf = ({ role, children = [] }: Node): string[] => [...(role ? [role] : []), ...children.flatMap(rolesOf)];

/** A PDF as another program reads it. */
export interface ReadPdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly text: string;
  /** The tags of its structure, in their order: `H1`, `P`. */
  readonly roles: readonly string[];
  readonly pages: number;
  /** The file itself, byte by byte. */
  readonly source: string;
}

export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  const roles = await Promise.all(pages.map(async (page) => rolesOf((await page.getStructTree()) as Node)));
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  await pdf.loadingTask.destroy();
  return { title: info['Title'], language: info['Language'], text: texts.join('\n'), roles: roles.flat(), pages: pages.length, source: file.toString('latin1') };
}
