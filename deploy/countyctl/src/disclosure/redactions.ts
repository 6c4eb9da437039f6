import type { DisclosureManifest } from '../export/manifest.ts';

/**
 * What no disclosure holds, by kind, in the words of its manifest. Where `counted` is false a manifest never says how much of
 * it there was: that there is any would tell of an investigation, of treatment, of an address program or of a complaint.
 */
export const redactionKinds = {
  PEER_NOTES: { what: 'what a Parent Ally or Caregiver Mentor wrote of their talks', counted: true },
  LEADS_NOTES: { what: 'what the two who lead a meeting wrote for each other alone', counted: true },
  MANDATED_REPORTS: { what: 'reports that the law asks for, if there are any', counted: false },
  CONCERNS: { what: 'concerns that somebody is treated worse for who they are, if there are any', counted: false },
  PART_2: { what: 'what 42 CFR Part 2 protects, if there is any, unless the order or a written consent that Part 2 itself asks for is named', counted: false },
  ADDRESS_PROGRAM: { what: 'home addresses that an address program protects, if there are any', counted: false },
  WAYS_TO_REACH_OTHERS: { what: 'telephone numbers and addresses of other people', counted: true },
  PLACES: { what: 'places of meetings and visits, which may be where others live', counted: true },
  SOURCES: { what: 'what a contact rule or a limit of the case plan rests on', counted: true },
  STAFF_NOTES: { what: 'why staff decided something, in their own words', counted: true },
  PRIVATE: { what: 'what somebody wrote or marked for themselves alone', counted: true },
  OTHERS: { what: 'words of other people, and who they are', counted: true },
  SERVICES: { what: 'to which services somebody was referred, and what for', counted: true },
  ERASED: { what: 'what was of a person who has been erased, which nobody can open', counted: true },
  NOT_DECIDED: { what: 'what the platform keeps since the rules of disclosure were last looked at', counted: true },
} as const;
export type RedactionKind = keyof typeof redactionKinds;

/** Whose records are disclosed, and what they may say. */
export interface Subject {
  /** Every record of the one person; none where a connection's records are disclosed. */
  readonly people: readonly string[];
  /** Those whose own words are among these: the person, or both families of the connection with their children. */
  readonly family: readonly string[];
  /** The family connections that these are parties of. */
  readonly connections: readonly string[];
  /** Those of them in which these stand on the parent's side. */
  readonly parentSide: readonly string[];
  /** Which facts and consents Part 2 allows; null for all, empty for none. */
  readonly partTwo: readonly string[] | null;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether this row says it to whoever gets the disclosure. */
export type Unless = (row: Fields, subject: Subject) => boolean;

/** How a table's rows are disclosed. A column that is named nowhere here is withheld. */
export interface DisclosedTable {
  /** Which rows, in SQL; `:people`, `:family` and `:connections` stand for arrays of ids. */
  readonly whose: string;
  /** Its columns that are given, a space between. */
  readonly gives?: string;
  readonly withholds?: readonly { readonly columns: string; readonly kind: RedactionKind; readonly unless?: Unless }[];
  /** The rows are withheld as they are, unless it allows one. */
  readonly whole?: { readonly kind: RedactionKind; readonly unless?: Unless };
}

/** Columns that serve the platform alone: left out, and counted as nothing. */
const ofThePlatform = new Set(['version', 'profile_revision', 'copy_of', 'look_due', 'wishes_of', 'decline_of', 'words_of']);

export const columnsOf = (words = ''): string[] => words.split(' ').filter(Boolean);

/** The columns that a disclosure's file of the table has. */
export const disclosedColumns = ({ gives, withholds = [] }: DisclosedTable): ReadonlySet<string> => new Set([gives, ...withholds.map(({ columns }) => columns)].flatMap(columnsOf));

const isSomething = (value: unknown): boolean => value !== null && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0);

/** Takes out of rows what may not be disclosed, and counts it. A value that is withheld stands there as if there were none. */
export class Redactor {
  readonly #subject: Subject;
  readonly #counts = new Map<RedactionKind, number>();

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** The row as it is disclosed; null where it is withheld whole. */
  redacted(row: Fields, { gives, withholds = [], whole }: DisclosedTable): Fields | null {
    if (whole && !whole.unless?.(row, this.#subject)) {
      this.#count(whole.kind);
      return null;
    }
    const given = new Set(columnsOf(gives));
    const told: Record<string, unknown> = {};
    for (const [column, value] of Object.entries(row)) {
      const rule = withholds.find(({ columns }) => columnsOf(columns).includes(column));
      if (rule ? rule.unless?.(row, this.#subject) : given.has(column)) told[column] = this.#opened(value);
      else if (rule) told[column] = this.#withheld(value, rule.kind);
      else if (!ofThePlatform.has(column)) this.#withheld(value, 'NOT_DECIDED');
    }
    return told;
  }

  /** Every kind, whether or not anything of it was withheld: what is not listed tells nothing either. */
  redactions(): DisclosureManifest['redactions'] {
    return Object.entries(redactionKinds).map(([kind, { what, counted }]) => ({ kind, what, count: counted ? (this.#counts.get(kind as RedactionKind) ?? 0) : null })); // the keys are the kinds
  }

  /** What is still sealed nobody can open any more. */
  #opened(value: unknown): unknown {
    return typeof value === 'string' && value.startsWith('s1.') ? this.#withheld(value, 'ERASED') : value;
  }

  #withheld(value: unknown, kind: RedactionKind): null {
    if (isSomething(value)) this.#count(kind);
    return null;
  }

  #count(kind: RedactionKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }
}
