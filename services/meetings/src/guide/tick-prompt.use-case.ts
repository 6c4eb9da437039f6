import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { takeOwnTurn } from '../projections/own-turn.ts';
import { guideMember, readerOf, requireMayTell } from './guide-member.ts';
import { promptOf } from './guide-pack.ts';
import { GuideTick } from './guide-tick.entity.ts';

@InputType()
export class TickPromptInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String, { description: 'A line of your own guide: P1-PAR-01.' })
  promptId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Show it to the other family too.' })
  shared!: boolean;
}

/** Somebody has done what a line of the guide says. Nothing asks for it, and nobody else learns of it unless they share it. */
@Injectable()
export class TickPrompt {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: TickPromptInput): Promise<Id<'GuideTick'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { person, side, connection } = await guideMember(tx, input.connectionId);
      const { id: promptId } = promptOf(input.promptId, readerOf(side));
      const line = { connectionId: connection.id, personId: person, promptId };
      await takeOwnTurn(tx, { at: connection.id, person });
      const tick = await tx.firstOr(GuideTick, line, () => GuideTick.of(line));
      tick.tick(now);
      if (input.shared) {
        await requireMayTell(tx, connection, now);
        tick.share(now);
      }
      return tick.id;
    });
  }
}
