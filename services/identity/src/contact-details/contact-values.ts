import { DomainError, requireText } from '@fc/domain-kernel';
import { requirePhone } from './phone-number.ts';

/** How somebody likes to be reached. */
export enum PreferredContact {
  CALL = 'CALL',
  TEXT = 'TEXT',
  EMAIL = 'EMAIL',
  MAIL = 'MAIL',
  IN_PERSON = 'IN_PERSON',
}
export const preferredContacts: readonly `${PreferredContact}`[] = Object.values(PreferredContact);

export enum PhoneKind {
  MOBILE = 'MOBILE',
  HOME = 'HOME',
  WORK = 'WORK',
  /** Somebody who passes on a message. */
  MESSAGE = 'MESSAGE',
}

export interface Phone {
  /** E.164. */
  readonly number: string;
  readonly kind: `${PhoneKind}`;
  /** Whether somebody else may hear or read what is left there. */
  readonly safeToLeaveMessage: boolean;
}

export interface PostalAddress {
  readonly lines: readonly string[];
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}

/** Where a person lives and, under an address program, the one address that is told instead. */
export interface Addresses {
  readonly home: PostalAddress | null;
  readonly substitute: PostalAddress | null;
}

/** Whatever anybody may be told: under an address program never where the person lives. */
export const addressToTell = ({ home, substitute }: Addresses): PostalAddress | null => substitute ?? home;

const mostPhones = 5;

/** Throws `IDENTITY.TOO_MANY_PHONES`, `IDENTITY.PHONE_FORMAT`. */
export function requirePhones(phones: readonly Phone[]): Phone[] {
  if (phones.length > mostPhones) throw new DomainError('IDENTITY.TOO_MANY_PHONES', `A person has at most ${mostPhones} phone numbers.`);
  return phones.map(({ number, kind, safeToLeaveMessage }) => ({ number: requirePhone(number), kind, safeToLeaveMessage }));
}

/** Throws `IDENTITY.EMAIL_FORMAT`. */
export function requireEmail(email: string): string {
  const address = email.trim();
  if (address.length > 254 || !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(address)) throw new DomainError('IDENTITY.EMAIL_FORMAT', 'This is no email address. Write one like noor@example.org.');
  return address;
}

/** Throws `IDENTITY.ADDRESS_FORMAT`, and what `requireText` throws. */
export function requireAddress({ lines, city, region, postalCode, country }: PostalAddress): PostalAddress {
  if (lines.length < 1 || lines.length > 3) throw new DomainError('IDENTITY.ADDRESS_FORMAT', 'An address has one to three lines above the city.');
  if (!/^[A-Z]{2}$/.test(country)) throw new DomainError('IDENTITY.ADDRESS_FORMAT', 'Write the country as two capital letters, like US.');
  return {
    lines: lines.map((line) => requireText(line, { field: 'Each line of the address', max: 100 })),
    city: requireText(city, { field: 'The city', max: 100 }),
    region: region?.trim() ? requireText(region, { field: 'The state', max: 100 }) : null,
    postalCode: requireText(postalCode, { field: 'The postal code', max: 20 }),
    country,
  };
}
