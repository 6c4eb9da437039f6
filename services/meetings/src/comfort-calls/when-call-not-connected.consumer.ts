import { CallNotConnectedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ComfortCall } from './comfort-call.entity.ts';

/** Lets whoever called see that no phone rang, so that they call again without saying how it went. */
@Consumer()
export class WhenCallNotConnected {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(CallNotConnectedV1)
  async handle({ data: { comfortCallId, expiresAt } }: EventOf<typeof CallNotConnectedV1>): Promise<void> {
    await this.db.transact(async (tx) => (await tx.lock(ComfortCall, comfortCallId)).notConnected(Temporal.Instant.from(expiresAt), this.clock.now()));
  }
}
