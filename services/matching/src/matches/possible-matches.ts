import { Clock } from '@fc/domain-kernel';
import { PlannedContacts, type LedgerChange } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { participantsOf } from '../needs/connection-party.entity.ts';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { endMatches } from './end-matches.ts';

/** A mentor and their participant who may have no contact are no match, from the moment that this is known; they need no permission, and some hours of the week leave others. */
@Injectable()
export class PossibleMatches extends PlannedContacts {
  constructor(private readonly clock: Clock) {
    super();
  }

  override async suspendForbidden(tx: Transaction, { people: [one, other], prohibited }: LedgerChange): Promise<void> {
    if (!prohibited || prohibited.hours.length > 0) return;
    const now = this.clock.now();
    for (const [mentorId, participant] of [[one, other], [other, one]] as const) {
      const theirs = { mentorId, participantId: { $in: await participantsOf(tx, participant) } };
      await withdrawProposals(tx, theirs, now);
      await endMatches(tx, theirs, now, 'CONTACT_NOT_SAFE');
    }
  }
}
