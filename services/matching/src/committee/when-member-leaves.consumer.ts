import { PersonErasedV1, RoleRevokedV1, type EventOf } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { KeepRoster } from './keep-roster.ts';

/** Whoever is no ally any more, or was erased, is on the statewide roster no more. */
@Consumer()
export class WhenMemberLeaves {
  constructor(
    private readonly db: CountyDb,
    private readonly roster: KeepRoster,
  ) {}

  @On(RoleRevokedV1)
  async roleEnded({ data: { personId, role } }: EventOf<typeof RoleRevokedV1>): Promise<void> {
    await this.#leave(role === 'PARENT_ALLY' ? personId : null);
  }

  @On(PersonErasedV1)
  async erased({ data: { personId } }: EventOf<typeof PersonErasedV1>): Promise<void> {
    await this.#leave(personId);
  }

  async #leave(personId: Id<'Person'> | null): Promise<void> {
    await this.db.transact(async (tx) => {
      if (personId) await this.roster.leave(tx, personId);
    });
    this.roster.wake();
  }
}
