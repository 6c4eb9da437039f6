import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, ErasureLedger, Protection, type ErasureCertificate } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Erasure } from './erasure.entity.ts';
import { erasePerson, kindsErased } from './erase-person.ts';
import { eraseRelative, kindsErasedOfRelative } from './erase-relative.ts';
import { requireMayErase, requireOtherRecordsErased } from './may-erase.ts';

@InputType()
export class CarryOutErasureInput {
  @Field(() => UUID)
  erasureId!: Id<'Erasure'>;
}

/**
 * Erases a person after the waiting time. The ledger outside the county is the last thing written before the commit: should that
 * fail, the ledger knows of an erasure that the county has still to carry out, and `RepeatErasures` does.
 */
@Injectable()
export class CarryOutErasure {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly ledger: ErasureLedger,
    private readonly clock: Clock,
  ) {}

  run({ erasureId }: CarryOutErasureInput): Promise<Id<'Erasure'>> {
    return this.db.transact(async (tx) => {
      const erasure = await tx.lock(Erasure, erasureId);
      const { personId, ofRelative } = erasure;
      const now = this.clock.now();
      erasure.requireDue(now);
      await requireMayErase(tx, personId);
      await requireOtherRecordsErased(tx, personId);
      const certificate = certificateOf(erasure, now.toString(), ofRelative ? kindsErasedOfRelative : kindsErased);
      await (ofRelative ? eraseRelative(tx, erasure, certificate) : erasePerson(tx, this.protection, erasure, certificate));
      await tx.flush();
      await this.ledger.add(tx.context.county.slug, personId, certificate);
      return erasureId;
    });
  }
}

/** Due, so confirmed: `requireDue` has seen to it. */
const certificateOf = ({ id, requestedBy, requestedAt, confirmedBy, confirmedAt }: Erasure, erasedAt: string, kinds: readonly string[]): ErasureCertificate => ({
  erasureId: id,
  requestedBy,
  requestedAt: requestedAt.toString(),
  confirmedBy: confirmedBy!,
  confirmedAt: confirmedAt!.toString(),
  erasedAt,
  kinds,
});
