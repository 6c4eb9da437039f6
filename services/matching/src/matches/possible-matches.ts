import { Clock } from '@fc/domain-kernel';
import { PlannedContacts, type LedgerChange } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { participantsOf } from '../needs/connection-party.entity.ts';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { participantsCloseTo } from '../runs/close-people.ts';
import { MatchArrivals } from '../runs/match-arrivals.ts';
import { endMatches } from './end-matches.ts';

/** A mentor and their participant who may have no contact are no match, from the moment that this is known; they need no permission, and some hours of the week leave others. What the mentor was asked for somebody else to whom that person is close is taken back too. */
@Injectable()
export class PossibleMatches extends PlannedContacts {
  constructor(
    private readonly clock: Clock,
    private readonly arrivals: MatchArrivals,
  ) {
    super();
  }

  override async suspendForbidden(tx: Transaction, { people: [one, other], prohibited }: LedgerChange): Promise<void> {
    if (!prohibited || prohibited.hours.length > 0) return;
    const now = this.clock.now();
    for (const [mentorId, person] of [[one, other], [other, one]] as const) {
      await withdrawProposals(tx, { mentorId, participantId: { $in: await participantsCloseTo(tx, person) } }, now);
      await endMatches(tx, { mentorId, participantId: { $in: await participantsOf(tx, person) } }, now, 'CONTACT_NOT_SAFE');
    }
  }

  override wakeWhatFollows(): void {
    this.arrivals.wake();
  }
}
