import { describe, expect, it } from '@jest/globals';
import { accepts, contractionsIn, schemaStep, type ServiceSchema } from './service-schema.ts';

/** A service whose code knows that many steps. */
const knowing = (steps: number): ServiceSchema => ({ service: 'notes', entities: [], steps: Array.from({ length: steps }, (_, step) => schemaStep(String(step), 'select 1')), refusals: {}, projections: [], notices: {} });
const county = (version: number, floor?: number): Parameters<typeof accepts>[1] => ({ schemaVersions: { notes: String(version) }, schemaFloors: floor === undefined ? {} : { notes: String(floor) } });

describe('whether a service serves a county', () => {
  it('it does where it knows the schema, and where the schema has gone further by what only adds', () => {
    expect(accepts(knowing(3), county(3, 3))).toBe(true);
    expect(accepts(knowing(3), county(4, 3))).toBe(true);
    expect(accepts(knowing(3), county(9, 2))).toBe(true);
  });

  it('it does not where a step is missing that its code counts on', () => {
    expect(accepts(knowing(4), county(3, 3))).toBe(false);
    expect(accepts(knowing(4), county(3, 1))).toBe(false);
  });

  it('it does not once something is taken away that it would read or write, from before the step that takes it', () => {
    expect(accepts(knowing(3), county(4, 4))).toBe(false);
    expect(accepts(knowing(3), county(3, 4))).toBe(false);
  });

  it('it does not where nobody has said how far the county is, or who can go on', () => {
    expect(accepts(knowing(3), { schemaVersions: {}, schemaFloors: {} })).toBe(false);
    expect(accepts(knowing(3), county(4))).toBe(false);
    expect(accepts(knowing(3), county(3))).toBe(true);
  });
});

describe('what the release before could not go on with', () => {
  it.each([
    'alter table "note" drop column "text"',
    'drop table "note"',
    'alter table "note" rename column "text" to "words"',
    'alter table "note" alter column "text" set not null',
    'alter table "note" alter column "kind" drop default',
    'alter table "note" alter column "kind" type int using kind::int',
    'alter table "note" add column "kind" text not null',
    'alter table "note" add "kind" text not null',
  ])('is %s', (statement) => {
    expect(contractionsIn(['select 1', statement])).toEqual([statement]);
  });

  it.each([
    'create table "note" ("id" uuid not null, "text" text not null, primary key ("id"))',
    'alter table "note" add column "kind" text null',
    'alter table "note" add column "kind" text not null default \'PLAIN\'',
    'alter table "note" alter column "text" drop not null',
    'alter table "note" drop constraint "note_kind_check"',
    'create unique index "note_kind" on "note" ("kind") where "kind" is not null',
    'update note set kind = \'PLAIN\'',
  ])('is not %s', (statement) => {
    expect(contractionsIn([statement])).toEqual([]);
  });
});
