import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { guideMember, requireMayTell, type GuideMember } from '../guide/guide-member.ts';
import { requireOwnConnection } from './own-connection.ts';
import { notAgreed, notTheNewest } from './agreement.errors.ts';
import { RelationshipAgreement } from './relationship-agreement.entity.ts';

@InputType()
export class AgreeToAgreementInput {
  @Field(() => UUID)
  agreementId!: Id<'RelationshipAgreement'>;
}

@InputType()
export class KeepAgreementInput {
  @Field(() => UUID)
  agreementId!: Id<'RelationshipAgreement'>;

  @Field(() => LocalDate, { nullable: true, description: 'When you both look at it again; empty for the county’s usual time.' })
  reviewOn?: Temporal.PlainDate | null;
}

/** The newest revision, by somebody of the two families. Throws `NOT_FOUND`, `FORBIDDEN`, `MEETINGS.PROPOSED_ANEW`. */
async function newest(tx: Transaction, agreementId: string): Promise<GuideMember & { agreement: RelationshipAgreement }> {
  const { connectionId } = await requireOwnConnection(tx, RelationshipAgreement, agreementId);
  const member = await guideMember(tx, connectionId);
  const agreement = await tx.lock(RelationshipAgreement, agreementId);
  if (await tx.first(RelationshipAgreement, { connectionId, revision: { $gt: agreement.revision } })) throw notTheNewest();
  return { ...member, agreement };
}

/** The other family agrees to what was proposed; from now on it holds. */
@Injectable()
export class AgreeToAgreement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ agreementId }: AgreeToAgreementInput): Promise<Id<'RelationshipAgreement'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { agreement, person, side, connection } = await newest(tx, agreementId);
      await requireMayTell(tx, connection, now);
      agreement.agree(person, side, { county: tx.context.county, at: now });
      await keepDeadlines(tx, connection.id, now);
      return agreement.id;
    });
  }
}

/** The families have looked at their agreement again, and keep it as it is. To change it, one of them proposes anew. */
@Injectable()
export class KeepAgreement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ agreementId, reviewOn }: KeepAgreementInput): Promise<Id<'RelationshipAgreement'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { agreement, connection } = await newest(tx, agreementId);
      if (!agreement.agreedAt) throw notAgreed();
      await requireMayTell(tx, connection, now); // the other family reads the day
      agreement.keepUntil(reviewOn, tx.context.county, now);
      await keepDeadlines(tx, connection.id, now);
      return agreement.id;
    });
  }
}
