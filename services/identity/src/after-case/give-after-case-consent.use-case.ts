import { ConnectionContinuedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { contactChannels, IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ConsentGivenHow } from '../consents/consent.entity.ts';
import { ContactRule } from '../contact/contact-rule.entity.ts';
import { recordRule } from '../contact/every-record.ts';
import { AfterCaseConsent } from './after-case-consent.entity.ts';
import { caseStillOpen } from './after-case.errors.ts';
import { isCaseClosed, lockTwoFamilies, requireOfTheTwo, type TwoFamilies } from './two-families.ts';

@InputType()
export class GiveAfterCaseConsentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => ConsentGivenHow)
  givenHow!: ConsentGivenHow;
}

/** One of the two families wishes to stay in touch after the case. When parent and caregivers all do, they may; a prohibition still wins. */
@Injectable()
export class GiveAfterCaseConsent {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: GiveAfterCaseConsentInput): Promise<Id<'FamilyConnection'>> {
    return this.db.once(input, async (tx) => {
      const families = await lockTwoFamilies(tx, input.connectionId);
      const person = requireOfTheTwo(tx, families);
      if (!(await isCaseClosed(tx, families))) throw caseStillOpen();
      const now = this.clock.now();
      tx.add(AfterCaseConsent.give(families.connection.id, person, input.givenHow, now));
      await tx.flush();
      const given = await tx.find(AfterCaseConsent, { connectionId: families.connection.id, withdrawnAt: null });
      if (families.askedIds.every((id) => given.some(({ personId }) => personId === id))) await stayInTouch(tx, families, person, now);
      return families.connection.id;
    });
  }
}

async function stayInTouch(tx: Transaction, { connection, pairs }: TwoFamilies, recordedBy: Id<'Person'>, now: Temporal.Instant): Promise<void> {
  connection.continueAfterCase();
  tx.emit(ConnectionContinuedV1, { connectionId: connection.id, continuedAt: now.toString() });
  for (const pair of pairs) {
    const permission = ContactRule.record('PERMISSION', { pair, channels: contactChannels, from: now, to: null, hours: [], source: 'CONSENT', document: null, recordedBy });
    await recordRule(tx, permission);
  }
}
