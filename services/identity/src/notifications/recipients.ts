import { DomainError, type Id } from '@fc/domain-kernel';
import { Protection, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ContactDetails, openedWith } from '../contact-details/contact-details.entity.ts';
import type { DeliveryMethod } from './delivery/delivery-channel.ts';

/** Where somebody can be written to; nothing for a way that they have not told us. */
export type Addresses = { readonly [Method in `${DeliveryMethod}`]?: string | undefined };

/** Knows addresses for the delivery of messages and for nothing else. */
@Injectable()
export class Recipients {
  constructor(private readonly protection: Protection) {}

  /** A text goes only to a number on which it is safe to leave a message. Throws `PROTECTED_UNAVAILABLE`. */
  async addressesOf(reader: Reader, personId: Id<'Person'>): Promise<Addresses> {
    const [row] = await reader.rows(ContactDetails, { personId }, { limit: 1 });
    if (!row) return {};
    try {
      const details = openedWith(await this.protection.keyOf(reader, personId), row);
      const mobile = details.phones().find(({ kind, safeToLeaveMessage }) => kind === 'MOBILE' && safeToLeaveMessage);
      return { MAIL: details.email() ?? undefined, TEXT: mobile?.number };
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'PROTECTED_UNAVAILABLE') return {}; // erased: there is nobody to write to
      throw error;
    }
  }
}
