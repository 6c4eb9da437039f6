import { Role } from '@fc/auth';
import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { explainIfLate, isLate, MissReason } from '../windows/due-window.ts';
import { sayMissed } from '../windows/say-missed.ts';

@InputType()
export class RecordMissReasonInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'The comfort call or the icebreaker whose time is up.' })
  windowId!: string;

  @Field(() => MissReason)
  reason!: MissReason;
}

/** Says why a comfort call or an icebreaker did not take place in its time, whether it will still take place or not. */
@Injectable()
export class RecordMissReason {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordMissReasonInput): Promise<Id<'Window'>> {
    const { windowId, reason } = input;
    return this.db.once(input, async (tx) => {
      const missed = await this.#windowOf(tx, windowId);
      if (missed.heldAt || !isLate(missed, this.clock.now())) throw new DomainError('MEETINGS.NOT_MISSED', 'This has not been missed.');
      if (explainIfLate(missed, this.clock.now(), reason)) sayMissed(tx, missed instanceof ComfortCall ? 'COMFORT_CALL' : 'ICEBREAKER', missed);
      return windowId as Id<'Window'>;
    });
  }

  async #windowOf(tx: Transaction, id: string): Promise<ComfortCall | Icebreaker> {
    const type = (await tx.first(Icebreaker, { id: id as Id<'Icebreaker'> })) ? Icebreaker : ComfortCall;
    return getOnConnection<ComfortCall | Icebreaker>(tx, type, id, Role.CAREGIVER, Role.CASEWORKER, Role.COORDINATOR);
  }
}
