import { ConnectionOpenedV1, type EventOf } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { ConnectionParty } from './connection-party.entity.ts';
import { MentorNeed } from './mentor-need.entity.ts';

/** Whoever has no mentor yet, and waits for none, waits from now on. Where the county wants it so, one is looked for at once. */
@Consumer()
export class WhenConnectionOpened {
  constructor(
    private readonly db: CountyDb,
    private readonly arrivals: MatchArrivals,
  ) {}

  @On(ConnectionOpenedV1)
  async handle({ data: { connectionId, parentId, householdId, caregiverIds, openedAt } }: EventOf<typeof ConnectionOpenedV1>): Promise<void> {
    const since = Temporal.Instant.from(openedAt);
    const party = (personId: Id<'Person'>, participant: string): ConnectionParty => ConnectionParty.of(connectionId, personId, participant as Id<'Participant'>);
    await this.db.transact(async (tx) => {
      tx.add(party(parentId, parentId), ...caregiverIds.map((caregiver) => party(caregiver, householdId)));
      await tx.flush();
      for (const need of [MentorNeed.ofParent(parentId, connectionId, since), MentorNeed.ofHousehold(householdId, connectionId, since)]) {
        const known = await tx.first(MentorNeed, { participantId: need.participantId, mentorRole: need.mentorRole });
        const theirs = known ? await tx.lock(MentorNeed, known.id) : need;
        if (known) theirs.resume(connectionId, since);
        else tx.add(need);
        if (tx.context.county.settings.matchOnArrival) theirs.lookAtOnce();
      }
    });
    this.arrivals.wake();
  }
}
