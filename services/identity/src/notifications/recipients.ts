import { DomainError, type Id } from '@fc/domain-kernel';
import { Protection, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ContactDetails, openedWith, type OpenedDetails } from '../contact-details/contact-details.entity.ts';
import type { DeliveryMethod } from '../delivery/delivery-channel.ts';

/** Where somebody can be written to; nothing for a way that they have not told us. */
export type Addresses = { readonly [Method in `${DeliveryMethod}`]?: string | undefined };

/** Knows addresses for the delivery of messages and for connecting calls, and for nothing else. */
@Injectable()
export class Recipients {
  constructor(private readonly protection: Protection) {}

  /** A text goes only to a number on which it is safe to leave a message. Throws `PROTECTED_UNAVAILABLE`. */
  async addressesOf(reader: Reader, personId: Id<'Person'>): Promise<Addresses> {
    const mobile = (details: OpenedDetails): string | undefined => details.phones().find(({ kind, safeToLeaveMessage }) => kind === 'MOBILE' && safeToLeaveMessage)?.number;
    return (await this.#open(reader, personId, (details) => ({ MAIL: details.email() ?? undefined, TEXT: mobile(details) }))) ?? {};
  }

  /** Where somebody can be called: their mobile phone before any other. Throws `PROTECTED_UNAVAILABLE`. */
  async phoneOf(reader: Reader, personId: Id<'Person'>): Promise<string | undefined> {
    const phones = await this.#open(reader, personId, (details) => details.phones());
    return (phones?.find(({ kind }) => kind === 'MOBILE') ?? phones?.[0])?.number;
  }

  /** Undefined where nothing has been told us, and of somebody who was erased. */
  async #open<Found>(reader: Reader, personId: Id<'Person'>, look: (details: OpenedDetails) => Found): Promise<Found | undefined> {
    const [row] = await reader.rows(ContactDetails, { personId }, { limit: 1 });
    if (!row) return undefined;
    try {
      return look(openedWith(await this.protection.keyOf(reader, personId), row));
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'PROTECTED_UNAVAILABLE') return undefined;
      throw error;
    }
  }
}
