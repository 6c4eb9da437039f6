import { DomainError } from '@fc/domain-kernel';

/** E.164: `+12065550100`. Throws `IDENTITY.PHONE_FORMAT`. */
export function requirePhone(phone: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) throw new DomainError('IDENTITY.PHONE_FORMAT', 'Write a phone number with its country and without spaces, like +12065550100.');
  return phone;
}
