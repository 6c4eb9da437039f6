import { DomainError, notFound, Temporal, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { Child } from '../families/child.entity.ts';

/** Whether the child has reached the age from which the county gives children a view, and a word, of their own. */
export function isOfAge({ birthDate }: Pick<Child, 'birthDate'>, reader: Reader, now: Temporal.Instant): boolean {
  const { timeZone, settings } = reader.context.county;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return Temporal.PlainDate.compare(birthDate.add({ years: settings.youthFromAge }), today) <= 0;
}

/** Throws `IDENTITY.TOO_YOUNG` for a child below that age. */
export function requireOfAge(child: Pick<Child, 'birthDate'>, reader: Reader, now: Temporal.Instant): void {
  if (!isOfAge(child, reader, now)) throw new DomainError('IDENTITY.TOO_YOUNG', `Children have a view of their own from the age of ${reader.context.county.settings.youthFromAge}.`);
}

/** The child who acts, when old enough at this moment. Throws `NOT_FOUND` for somebody who is no child of the program, and `IDENTITY.TOO_YOUNG`. */
export async function actingYouth(reader: Reader, now: Temporal.Instant): Promise<Id<'Child'>> {
  const { person } = reader.context.actor;
  const [child] = person ? await reader.rows(Child, { id: person as Id<'Child'> }, { limit: 1 }) : [];
  if (!child) throw notFound('child');
  requireOfAge(child, reader, now);
  return child.id;
}
