import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { WrittenConsent } from './written-consent.entity.ts';

@InputType()
export class RevokeWrittenConsentInput {
  @Field(() => UUID)
  consentId!: Id<'WrittenConsent'>;
}

/** The patient takes it back, by themself or through whoever recorded it; the next reading finds nothing. */
@Injectable()
export class RevokeWrittenConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ consentId }: RevokeWrittenConsentInput): Promise<Id<'WrittenConsent'>> {
    return this.db.transact(async (tx) => {
      const consent = await tx.lock(WrittenConsent, consentId);
      const { person } = tx.context.actor;
      if (person !== consent.personId && person !== consent.recordedBy) throw notFound('written consent');
      consent.revoke(this.clock.now());
      return consentId;
    });
  }
}
