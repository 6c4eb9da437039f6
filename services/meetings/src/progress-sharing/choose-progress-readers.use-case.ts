import { Clock, type Id } from '@fc/domain-kernel';
import { AskLedger, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { requireMayTellProgress } from './may-tell-progress.ts';
import { ownShare } from './own-share.ts';
import { ProgressReader, ProgressShare } from './progress-share.entity.ts';

@InputType()
export class ChooseProgressReadersInput {
  @Field(() => UUID)
  shareId!: Id<'ProgressShare'>;

  @Field(() => [ProgressReader], { description: 'All who read it from now on; none: yourself alone.' })
  readers!: ProgressReader[];
}

/** The parent shows it to others, or keeps it to themself for a while. To show it to fewer is always possible. */
@Injectable()
export class ChooseProgressReaders {
  constructor(
    private readonly db: CountyDb,
    private readonly ledger: AskLedger,
    private readonly clock: Clock,
  ) {}

  run({ shareId, readers }: ChooseProgressReadersInput): Promise<Id<'ProgressShare'>> {
    return this.db.transact(async (tx) => {
      const known = await ownShare(tx, shareId);
      const more = readers.filter((reader) => !known.readers.includes(reader));
      if (more.length > 0) await requireMayTellProgress(tx, this.ledger, await tx.get(FamilyConnection, known.connectionId), more, this.clock.now());
      (await tx.lock(ProgressShare, shareId)).showTo(readers);
      return shareId;
    });
  }
}
