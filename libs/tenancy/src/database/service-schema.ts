import type { DomainError } from '@fc/domain-kernel';
import { Migration } from '@mikro-orm/migrations';
import type { EntitySchema, Options } from '@mikro-orm/postgresql';

/** One step of a service's schema; a step never changes once landed. */
export interface SchemaStep {
  readonly name: string;
  /** What it says to the database, in this order. */
  readonly statements: readonly string[];
  /** Whether the release before this step can no longer work with the schema. */
  readonly contracts: boolean;
  readonly class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

/** A schema step made of SQL statements, which only adds: the release before it goes on reading and writing what it knows. */
export const schemaStep = (name: string, ...statements: string[]): SchemaStep => step(name, statements, false);

/** A step that takes away or demands something: from then on a county has only services that know it. */
export const contractingStep = (name: string, ...statements: string[]): SchemaStep => step(name, statements, true);

function step(name: string, statements: readonly string[], contracts: boolean): SchemaStep {
  return {
    name,
    statements,
    contracts,
    class: class extends Migration {
      override up(): void {
        for (const statement of statements) this.addSql(statement);
      }
    },
  };
}

/** Tables that hold nothing but what events have told, and who writes them; emptied, they come back by hearing those events again. */
export interface Projection {
  readonly tables: readonly string[];
  /** These consumers write these tables and do nothing else, so that hearing an event once more has no other effect. */
  readonly consumers: readonly { readonly name: string; readonly events: readonly string[] }[];
}

/** Everything that one service keeps in a county's database. */
export interface ServiceSchema {
  readonly service: string;
  readonly entities: NonNullable<Options['entities']> & readonly EntitySchema[];
  readonly steps: readonly SchemaStep[];
  /** What a broken database constraint means to a person, by the constraint's name: races are settled by the database. */
  readonly refusals: Readonly<Record<string, () => DomainError>>;
  readonly projections: readonly Projection[];
  /** What the law wants beside each row of a table wherever it leaves us, by the table's name: such as the notice of 42 CFR Part 2. */
  readonly notices: Readonly<Record<string, string>>;
}

/** How many steps the service's code is written for: its schema's version. */
export const schemaVersion = (schema: ServiceSchema): string => String(schema.steps.length);

/** What the registry knows of a county's schemas. */
export interface SchemasReached {
  /** How far each service's schema has come. */
  readonly schemaVersions: Readonly<Record<string, string>>;
  /** The oldest version of each service's code that can go on with it; nothing said means none but its own. */
  readonly schemaFloors: Readonly<Record<string, string>>;
}

/**
 * A service serves a county whose schema it knows, and one that has gone further by steps that only add: counties are migrated
 * first, while the release before goes on, and the services are put in place afterwards, one by one.
 */
export function accepts(schema: ServiceSchema, { schemaVersions, schemaFloors }: SchemasReached): boolean {
  const own = schema.steps.length;
  const have = Number(schemaVersions[schema.service] ?? Number.NaN);
  return have >= own && own >= Number(schemaFloors[schema.service] ?? have);
}

const takesAway = /\bdrop\s+(column|table|default|type|schema)\b|\brename\b|\bset\s+not\s+null\b|\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i;
const addsColumn = /\badd\s+(column\s+)?"?\w+"?\s+[^,]*\bnot\s+null\b/i;

/** Those of the statements with which the release before could not go on. `drop not null` is none of them. A check that is dropped and made anew is taken for a wider one. */
export const contractionsIn = (statements: readonly string[]): string[] =>
  statements.filter((statement) => (takesAway.test(statement.replaceAll(/\bdrop\s+not\s+null\b/gi, '')) && !/^\s*create\b/i.test(statement)) || (/^\s*alter\s+table\b/i.test(statement) && addsColumn.test(statement) && !/\bdefault\b/i.test(statement)));
