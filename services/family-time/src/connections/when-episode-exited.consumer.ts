import { EpisodeExitedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { endVisitsWithCase } from '../visits/end-visits-with-case.ts';

/** What staff had planned for the case ends with it; whoever wishes to meet afterwards agrees on it anew. */
@Consumer()
export class WhenEpisodeExited {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(EpisodeExitedV1)
  async handle({ data: { childId, exitedAt } }: EventOf<typeof EpisodeExitedV1>): Promise<void> {
    await this.db.transact((tx) => endVisitsWithCase(tx, { childId, exitedAt: Temporal.Instant.from(exitedAt), now: this.clock.now() }));
  }
}
