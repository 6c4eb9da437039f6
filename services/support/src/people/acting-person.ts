import { forbidden, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';

/** The person who does this. Throws `FORBIDDEN` where a service acts by itself. */
export function actingPerson(reader: Reader): Id<'Person'> {
  const { person } = reader.context.actor;
  if (!person) throw forbidden('Only a person can do this.');
  return person as Id<'Person'>;
}
