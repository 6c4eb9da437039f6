import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Consent } from './consent.entity.ts';
import { sayWithdrawn } from './say-consent.ts';
import { requireSpeaksFor } from './speaks-for.ts';

@InputType()
export class WithdrawConsentInput {
  @Field(() => UUID)
  consentId!: Id<'Consent'>;
}

/** Somebody changes their mind; it counts from this moment. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ consentId }: WithdrawConsentInput): Promise<Id<'Consent'>> {
    return this.db.transact(async (tx) => {
      const consent = await tx.lock(Consent, consentId);
      await requireSpeaksFor(tx, consent.personId, 'consent');
      const now = this.clock.now();
      consent.withdraw(now);
      sayWithdrawn(tx, consent, now);
      return consentId;
    });
  }
}
