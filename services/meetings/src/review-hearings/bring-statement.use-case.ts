import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { alreadySent } from '../agreements/agreement.errors.ts';
import { requireOwnConnection } from '../agreements/own-connection.ts';
import { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { requireGoesOn } from '../guide/guide-member.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { knownHearing } from './known-hearing.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

@InputType()
export class BringStatementInput {
  @Field(() => UUID)
  hearingId!: Id<'ReviewHearing'>;

  @Field(() => UUID, { description: 'A shared statement whose wording both families have approved.' })
  statementId!: Id<'SharedStatement'>;
}

/** Both families say something to a hearing in the same words; what a hearing that is off was to hear, another can. */
@Injectable()
export class BringStatement {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ hearingId, statementId }: BringStatementInput): Promise<Id<'ReviewHearing'>> {
    return this.db.transact(async (tx) => {
      await knownHearing(tx, hearingId, Role.PARENT, Role.CAREGIVER);
      const { connectionId } = await requireOwnConnection(tx, SharedStatement, statementId);
      requireGoesOn(await tx.get(FamilyConnection, connectionId));
      const hearing = await tx.lock(ReviewHearing, hearingId);
      const statement = await tx.lock(SharedStatement, statementId);
      if (await tx.first(ReviewHearing, { id: { $ne: hearingId }, statementId, status: { $ne: 'CANCELLED' } })) throw alreadySent();
      hearing.bring(statement, this.clock.now());
      return hearingId;
    });
  }
}
