import { FollowUpHeldV1, PreparationHeldV1, type EventOf } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { MentorMatch } from './mentor-match.entity.ts';

/** Keeps when a pair last talked. All matches are made here, so one that is not known is none. */
@Consumer()
export class WhenTheyTalked {
  constructor(private readonly db: CountyDb) {}

  @On(PreparationHeldV1)
  async prepared({ data }: EventOf<typeof PreparationHeldV1>): Promise<void> {
    await this.#talked(data);
  }

  @On(FollowUpHeldV1)
  async followedUp({ data }: EventOf<typeof FollowUpHeldV1>): Promise<void> {
    await this.#talked(data);
  }

  async #talked({ matchId, heldAt }: { readonly matchId: Id<'MentorMatch'>; readonly heldAt: string }): Promise<void> {
    await this.db.transact(async (tx) => {
      if ((await tx.count(MentorMatch, { id: matchId })) > 0) (await tx.lock(MentorMatch, matchId)).talked(Temporal.Instant.from(heldAt));
    });
  }
}
