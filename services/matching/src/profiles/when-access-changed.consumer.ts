import { AccessChangedV1, type EventOf } from '@fc/contracts';
import { Clock } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';

/** A mentor who can sign in no more can answer nothing: what they were asked is taken back. Their matches stay, for a coordinator to see to. */
@Consumer()
export class WhenAccessChanged {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
  ) {}

  @On(AccessChangedV1)
  async handle({ data: { personId, disabled } }: EventOf<typeof AccessChangedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      if (disabled) await withdrawProposals(tx, { mentorId: personId }, this.clock.now());
    });
    if (disabled) this.arrivals.wake();
  }
}
