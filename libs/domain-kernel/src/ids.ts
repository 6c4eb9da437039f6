import { v7, validate, version } from 'uuid';
import { DomainError } from './domain-error.ts';

declare const kind: unique symbol;

/** A UUIDv7 that names one kind of thing: an `Id<'Child'>` is not an `Id<'Placement'>`. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export const newId = <Kind extends string>(): Id<Kind> => v7() as Id<Kind>;

export const isId = (text: string): boolean => validate(text) && version(text) === 7;

/** Throws `INVALID_ID`. */
export function parseId<Kind extends string>(text: string): Id<Kind> {
  if (!isId(text)) throw new DomainError('INVALID_ID', 'This is not an id of this system. Copy it again from where you found it.');
  return text.toLowerCase() as Id<Kind>;
}

/** When the id was made, in milliseconds since 1970: a UUIDv7 carries it in its first 48 bits. */
export const idTime = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
