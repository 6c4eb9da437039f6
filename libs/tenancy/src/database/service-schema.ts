import type { DomainError } from '@fc/domain-kernel';
import { Migration } from '@mikro-orm/migrations';
import type { EntitySchema, Options } from '@mikro-orm/postgresql';

/** One step of a service's schema; a step never changes once landed. */
export interface SchemaStep {
  readonly name: string;
  /** What it says to the database, in this order. */
  readonly statements: readonly string[];
  readonly class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

/** A schema step made of SQL statements. */
export function schemaStep(name: string, ...statements: string[]): SchemaStep {
  return {
    name,
    statements,
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
}

/** How many steps the service's code is written for: its schema's version. */
export const schemaVersion = (schema: ServiceSchema): string => String(schema.steps.length);

/** A service serves a county at its own version and at the one before, so that county and service need not change at once. */
export const acceptsVersion = (schema: ServiceSchema, version: string | undefined): boolean =>
  version !== undefined && [0, 1].includes(schema.steps.length - Number(version));
