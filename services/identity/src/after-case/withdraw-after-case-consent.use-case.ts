import { ConnectionContinuationEndedV1 } from '@fc/contracts';
import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { AfterCaseConsent } from './after-case-consent.entity.ts';
import { endSharing } from './end-of-case.ts';
import { lockTwoFamilies, requireOfTheTwo } from './two-families.ts';

@InputType()
export class WithdrawAfterCaseConsentInput {
  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;
}

/** One of the two families no longer wishes to stay in touch: that is enough for both, and nobody is asked why. */
@Injectable()
export class WithdrawAfterCaseConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ connectionId }: WithdrawAfterCaseConsentInput): Promise<Id<'FamilyConnection'>> {
    return this.db.transact(async (tx) => {
      const families = await lockTwoFamilies(tx, connectionId);
      const personId = requireOfTheTwo(tx, families);
      const consent = await tx.first(AfterCaseConsent, { connectionId: families.connection.id, personId, withdrawnAt: null });
      if (!consent) throw new DomainError('IDENTITY.CONSENT_ENDED', 'This consent has ended already.');
      const now = this.clock.now();
      consent.withdraw(now);
      if (families.connection.endAfterCase()) {
        tx.emit(ConnectionContinuationEndedV1, { connectionId: families.connection.id, endedAt: now.toString() });
        await endSharing(tx, families, now);
      }
      return families.connection.id;
    });
  }
}
