import { Refused } from '../program/graphql-client.ts';

/** Where the files go that people get in a story: a folder, or nowhere. */
export type Shelf = (name: string, content: string | Uint8Array) => void;

/** Where the lines of a story go: the terminal, or nowhere when a test only wants it to hold. */
export type Page = (line: string) => void;

const wrap = (text: string, indent: string, width = 100): string =>
  text
    .split(' ')
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1) ?? '';
      if (last.length + word.length + 1 > width) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
      return lines;
    }, [''])
    .join(`\n${indent}`);

/** Tells what people do, what they see and what is refused to them, and how long each took. */
export class Storyteller {
  readonly #page: Page;
  readonly #shelf: Shelf;
  readonly #took: number[] = [];

  constructor(page: Page, shelf: Shelf = () => undefined) {
    this.#page = page;
    this.#shelf = shelf;
  }

  chapter(title: string): void {
    this.#page(`\n${title}\n${'-'.repeat(title.length)}`);
  }

  /** Somebody does something; answers what came of it. */
  async did<Result>(sentence: string, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await work();
    const took = performance.now() - began;
    this.#took.push(took);
    this.#page(`  ${wrap(sentence, '  ')}  (${took.toFixed(0)} ms)`);
    return result;
  }

  /** What somebody sees. */
  saw(sentence: string): void {
    this.#page(`      ${wrap(sentence, '      ')}`);
  }

  /** A file that somebody gets: what they see of it, and under which name it is put away. */
  got(sentence: string, name: string, content: string | Uint8Array): void {
    this.#shelf(name, content);
    this.saw(`${sentence} [${name}]`);
  }

  /** Somebody tries what they may not. Throws when it is not refused, or with another code. */
  async refused(sentence: string, code: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== code) throw error;
      this.#page(`  x ${wrap(sentence, '    ')}`);
      this.#page(`      refused: ${wrap(error.message.replace(`${code}: `, ''), '      ')} [${code}]`);
      return;
    }
    throw new Error(`This should have been refused with ${code}: ${sentence}`);
  }

  /** How many things were done, and how long the middle one and the slowest took, in milliseconds. */
  timings(): { done: number; median: number; slowest: number } {
    const sorted = [...this.#took].sort((one, other) => one - other);
    return { done: sorted.length, median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), slowest: Math.round(sorted.at(-1) ?? 0) };
  }
}
