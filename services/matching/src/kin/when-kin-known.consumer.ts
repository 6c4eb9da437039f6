import { KinKnownV1, type EventOf } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { ChildKin } from './child-kin.entity.ts';

/** From here on nobody of a child's family is proposed on the child's case, and what they were asked there is taken back; a match is ended by a coordinator. */
@Consumer()
export class WhenKinKnown {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
  ) {}

  @On(KinKnownV1)
  async handle({ data: { childId, personIds } }: EventOf<typeof KinKnownV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      for (const personId of personIds) await tx.firstOr(ChildKin, { childId, personId }, () => ChildKin.of(childId, personId));
      const onTheCase = await tx.sql<{ id: Id<'Participant'> }>(`select distinct participant_id as id from access_child join access_party using (connection_id) where child_id = ?`, [childId]);
      await withdrawProposals(tx, { mentorId: { $in: personIds }, participantId: { $in: onTheCase.map(({ id }) => id) } }, this.clock.now());
    });
    this.arrivals.wake();
  }
}
