import { DomainError } from '@fc/domain-kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { knownColumns, type Cells } from './case-record.ts';

/** The longest part of a file, and the longest row, in characters. */
export const longestPart = 200_000;
const longestRow = 65_536;

/** A row as it was read, with its number in the file: its filled cells, or why it cannot be read. */
export type ReadRow = { readonly number: number } & RowText;
type RowText = { readonly cells: Cells } | { readonly problem: DomainError };

/** How far a file has been read. */
export interface Reading {
  /** The columns of a table, once its first row is there. */
  readonly columns: readonly string[] | null;
  /** How many rows were whole, the one with the columns and empty ones too. */
  readonly counted: number;
  /** The row in which the last part broke off. */
  readonly rest: string;
}

type Read = Reading & { readonly rows: readonly ReadRow[] };

/**
 * Reads the next part of a CSV file. A part may break off anywhere, within a quoted cell too. Throws `IDENTITY.IMPORT_ENCODING`,
 * `IDENTITY.IMPORT_COLUMN`, `IDENTITY.IMPORT_QUOTES`, `IDENTITY.IMPORT_ROW_TOO_LONG`: then nothing of the part is taken.
 */
export function readCsvPart(reading: Reading, part: string, last: boolean): Read {
  const { whole, rest } = wholeRows(textOf(reading, part), last, endOfLastTableRow);
  const records = parseRecords(whole).map((record, index) => ({ record, number: reading.counted + index + 1 }));
  const counted = reading.counted + records.length;
  const there = records.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const columns = reading.columns ?? (there.length > 0 ? requireColumns(there.shift()!.record) : null);
  return { columns, counted, rest, rows: there.map(({ record, number }) => ({ number, ...rowOf(columns ?? [], record) })) };
}

/** As `readCsvPart`, for one JSON object a line: strings, numbers, booleans, and lists of strings. */
export function readJsonLinesPart(reading: Reading, part: string, last: boolean): Read {
  const { whole, rest } = wholeRows(textOf(reading, part), last, (text) => text.lastIndexOf('\n'));
  const lines = whole.replace(/\n$/, '').split('\n').map((line, index) => ({ line, number: reading.counted + index + 1 }));
  const there = lines.filter(({ line }) => line.trim() !== '');
  return { columns: null, counted: reading.counted + (whole === '' ? 0 : lines.length), rest, rows: there.map(({ line, number }) => ({ number, ...objectOf(line) })) };
}

/** What is to be read now, without the mark of the byte order that a file may begin with. */
function textOf({ counted, rest }: Reading, part: string): string {
  if (/[\u0000\uFFFD]/.test(part)) throw new DomainError('IDENTITY.IMPORT_ENCODING', 'This file is not written in UTF-8. Save it as CSV UTF-8, then send it again.');
  const text = rest + part;
  return counted === 0 ? text.replace(/^\uFEFF/, '') : text;
}

/** Cuts off the row that is not whole yet. */
function wholeRows(text: string, last: boolean, endOfLastRow: (text: string) => number): { whole: string; rest: string } {
  const end = last ? text.length : endOfLastRow(text) + 1;
  const rest = text.slice(end);
  if (rest.length > longestRow) throw new DomainError('IDENTITY.IMPORT_ROW_TOO_LONG', 'A row of this file is too long. Look for a quotation mark that is never closed.');
  return { whole: text.slice(0, end), rest };
}

/** Where the last line break is that ends a row, which none within quotes does; -1 for none. */
function endOfLastTableRow(text: string): number {
  let end = -1;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === '\n' && !quoted) end = at;
  }
  return end;
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError('IDENTITY.IMPORT_QUOTES', 'A quotation mark in this file is not closed, or stands where none can.', { cause: error });
  }
}

function requireColumns(names: readonly string[]): string[] {
  const columns = names.map((column) => column.trim().toLowerCase());
  const unknown = columns.find((column, index) => !knownColumns.includes(column) || columns.indexOf(column) !== index);
  if (unknown !== undefined) throw new DomainError('IDENTITY.IMPORT_COLUMN', `Column ${columns.indexOf(unknown) + 1} is none that an import knows, or is there twice. The columns are ${knownColumns.join(', ')}.`);
  for (const needed of ['record_type', 'external_id'])
    if (!columns.includes(needed)) throw new DomainError('IDENTITY.IMPORT_COLUMN', `The column ${needed} is missing. Its name stands in the first row of the file.`);
  return columns;
}

function rowOf(columns: readonly string[], record: readonly string[]): RowText {
  if (record.length > columns.length) return { problem: new DomainError('IDENTITY.IMPORT_CELL', 'This row has more cells than the file has columns.') };
  return { cells: filled(columns.map((column, index) => [column, record[index] ?? ''])) };
}

function objectOf(line: string): RowText {
  try {
    const entries = Object.entries(JSON.parse(line) as object).map(([column, value]): [string, string] => [column, cellOf(value)]);
    const unknown = entries.find(([column]) => !knownColumns.includes(column));
    return unknown ? { problem: new DomainError('IDENTITY.IMPORT_COLUMN', `This row has a member that an import does not know. They are ${knownColumns.join(', ')}.`) } : { cells: filled(entries) };
  } catch {
    return { problem: new DomainError('IDENTITY.IMPORT_CELL', 'Write one JSON object a line, of strings and lists of strings.') };
  }
}

function cellOf(value: unknown): string {
  if (value === null) return '';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string' && !each.includes(';'))) return value.join(';');
  if (typeof value === 'object' || String(value).includes('\u0000')) throw new TypeError();
  return String(value);
}

const filled = (cells: readonly (readonly [string, string])[]): Cells => Object.fromEntries(cells.map(([column, cell]) => [column, cell.trim()] as const).filter(([, cell]) => cell !== ''));
