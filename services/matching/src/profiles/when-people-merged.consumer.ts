import { PeopleMergedV1, type EventOf } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { participantsCloseTo } from '../runs/close-people.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { MentorProfile } from './mentor-profile.entity.ts';

/** Whoever may not mentor somebody by one record of theirs may not by the other. Once the two are told apart it holds for both: nobody can know whose it is. */
@Consumer()
export class WhenPeopleMerged {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
  ) {}

  @On(PeopleMergedV1)
  async handle({ data: { survivorId, duplicateId } }: EventOf<typeof PeopleMergedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      const both: Id<'Person'>[] = [survivorId, duplicateId];
      const profiles = await tx.lockAll<MentorProfile>(MentorProfile, { $or: both.map((person) => ({ conflicts: { $contains: [person] } })) });
      const close = await participantsCloseTo(tx, survivorId);
      for (const profile of profiles) {
        for (const personId of both) profile.declareConflict(personId);
        await withdrawProposals(tx, { mentorId: profile.personId, mentorRole: profile.mentorRole, participantId: { $in: close } }, this.clock.now());
      }
    });
    this.arrivals.wake();
  }
}
