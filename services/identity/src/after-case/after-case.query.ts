import type { Id, Temporal } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { AfterCaseConsent } from './after-case-consent.entity.ts';

/** Reads one's own word about staying in touch after the case; what the other family has said shows only when both have agreed. */
@Injectable()
export class AfterCase {
  constructor(private readonly db: CountyDb) {}

  ownConsentSince(connectionId: Id<'FamilyConnection'>): Promise<Temporal.Instant | null> {
    return this.db.read(async (reader) => {
      const personId = reader.context.actor.person as Id<'Person'>;
      const [consent] = await reader.rows(AfterCaseConsent, { connectionId, personId, withdrawnAt: null });
      return consent?.givenAt ?? null;
    });
  }
}
