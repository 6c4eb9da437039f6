
/** A class made by `defineEntity`: `class Placement extends schema.class`. */
export type EntityType<Entity extends object = object> = new () => Entity;

type Method = (...args: never[]) => unknown;

/** An entity's columns without its behaviour: what a row is when it is only read. */
export type Row<Entity> = {
  readonly [Key in keyof Entity as Key extends string ? (Entity[Key] extends Method ? never : Key) : never]: Entity[Key];
};

/** What a factory must say to make an entity: every column; `version` counts itself. */
export type NewRow<Entity> = Omit<Row<Entity>, 'version'>;

/** Makes an entity in one go, every column said. Used by the entities' own factories, nowhere else. */
export function make<Entity extends object>(type: EntityType<Entity>, row: NewRow<Entity>): Entity {
  return Object.assign(new type(), row);
}

/** `FamilyConnection` -> `family connection` */
export const plainName = (name: string): string => name.replaceAll(/(?<!^)([A-Z])/g, ' $1').toLowerCase();

