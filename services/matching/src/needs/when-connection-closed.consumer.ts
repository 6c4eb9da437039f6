import { ConnectionClosedV1, type EventOf } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb, RowNotFound, type Transaction } from '@fc/tenancy';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { ConnectionParty, hasOpenConnection } from './connection-party.entity.ts';
import { MentorNeed } from './mentor-need.entity.ts';

/** Whoever has no other open connection waits no more. A match stays: it belongs to the participant. */
@Consumer()
export class WhenConnectionClosed {
  constructor(private readonly db: CountyDb) {}

  @On(ConnectionClosedV1)
  async handle({ data: { connectionId, closedAt } }: EventOf<typeof ConnectionClosedV1>): Promise<void> {
    const at = Temporal.Instant.from(closedAt);
    await this.db.transact(async (tx) => {
      const parties = await tx.find(ConnectionParty, { connectionId });
      if (parties.length === 0) throw new RowNotFound('FamilyConnection', connectionId);
      for (const party of parties) party.close(at);
      await tx.flush();
      for (const participantId of new Set(parties.map((party) => party.participantId))) await this.#stopWaiting(tx, participantId, at);
    });
  }

  async #stopWaiting(tx: Transaction, participantId: Id<'Participant'>, at: Temporal.Instant): Promise<void> {
    if (await hasOpenConnection(tx, participantId)) return;
    await withdrawProposals(tx, { participantId }, at, { lookFurther: false });
    for (const { id } of await tx.find(MentorNeed, { participantId })) {
      const need = await tx.lock(MentorNeed, id);
      // Asked again under the lock: a connection that opened meanwhile keeps them waiting.
      if (!(await hasOpenConnection(tx, participantId))) need.withdraw(at);
    }
  }
}
