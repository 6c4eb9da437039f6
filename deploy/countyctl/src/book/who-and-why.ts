import { DomainError } from '@fc/domain-kernel';

/** Two names that differ in case or in spaces around them are one person. */
export const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Throws `NAME_NEEDED`. */
export function requireName(name: string): string {
  if (name.trim() === '') throw new DomainError('NAME_NEEDED', 'Say who decides this, by name.');
  return name.trim();
}

/** Throws `REASON_NEEDED`. */
export function requireReason(reason: string, what: string): string {
  if (reason.trim() === '') throw new DomainError('REASON_NEEDED', `Say why ${what}.`);
  return reason.trim();
}
