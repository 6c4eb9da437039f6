import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, LocalDate, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { requireMayTellProgress } from './may-tell-progress.ts';
import { ProgressReader, ProgressShare } from './progress-share.entity.ts';

@InputType()
export class ShareProgressInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String, { description: 'What you have reached, in your own words, up to 1,000 characters.' })
  words!: string;

  @Field(() => LocalDate, { description: 'Since when it is so.' })
  since!: Temporal.PlainDate;

  @Field(() => [ProgressReader], { defaultValue: [ProgressReader.CAREGIVERS], description: 'Who reads it; none: yourself alone, until you choose.' })
  readers!: ProgressReader[];
}

/** A parent tells how the case plan goes, as far as they like and to whom they like. */
@Injectable()
export class ShareProgress {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly ledger: AskLedger,
    private readonly clock: Clock,
  ) {}

  run(input: ShareProgressInput): Promise<Id<'ProgressShare'>> {
    const { connectionId, readers } = input;
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      await requireOnConnection(tx, connectionId, Role.PARENT);
      await requireMayTellProgress(tx, this.ledger, await tx.get(FamilyConnection, connectionId), readers, now);
      const me = actingPerson(tx);
      const key = await this.protection.keyFor(tx, me);
      const share = ProgressShare.of(input, me, { connectionId, key, zone: tx.context.county.timeZone, now });
      tx.add(share);
      return share.id;
    });
  }
}
