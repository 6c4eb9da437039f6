import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { takeOwnTurn } from '../projections/own-turn.ts';
import { guideMember, requireMayTell } from './guide-member.ts';
import { GuideTick } from './guide-tick.entity.ts';
import { notTicked } from './guide.errors.ts';

@InputType()
export class ShareTickInput {
  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String)
  promptId!: string;

  @Field(() => Boolean, { description: 'False takes it back: from then on the other family sees it no more.' })
  shared!: boolean;
}

/** Shows the other family a line that somebody has ticked, or takes that back. Taking back is always possible. */
@Injectable()
export class ShareTick {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ connectionId, promptId, shared }: ShareTickInput): Promise<Id<'GuideTick'>> {
    return this.db.transact(async (tx) => {
      const { person, connection } = await guideMember(tx, connectionId);
      const tick = await ownTick(tx, { connectionId: connection.id, personId: person }, promptId);
      if (shared) {
        await requireMayTell(tx, connection, this.clock.now());
        tick.share(this.clock.now());
      } else tick.keepToOneself();
      return tick.id;
    });
  }
}

@InputType()
export class UntickPromptInput {
  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String)
  promptId!: string;
}

/** Takes a tick away, shared or not. */
@Injectable()
export class UntickPrompt {
  constructor(private readonly db: CountyDb) {}

  run({ connectionId, promptId }: UntickPromptInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const { person, connection } = await guideMember(tx, connectionId);
      const tick = await ownTick(tx, { connectionId: connection.id, personId: person }, promptId);
      tick.untick();
    });
  }
}

/** Among all that they have ticked, lines of earlier guides too: what is asked for is any text. Throws `MEETINGS.NOT_TICKED`. */
async function ownTick(tx: Transaction, whose: { connectionId: Id<'FamilyConnection'>; personId: Id<'Person'> }, promptId: string): Promise<GuideTick> {
  await takeOwnTurn(tx, { at: whose.connectionId, person: whose.personId });
  const tick = (await tx.find(GuideTick, whose)).find((one) => one.promptId === promptId);
  if (!tick?.tickedAt) throw notTicked();
  return tick;
}
