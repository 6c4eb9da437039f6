import { ContactProhibitedV1, type EventOf } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { recordProhibition } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { participantsOf } from '../needs/connection-party.entity.ts';
import { withdrawProposals } from '../proposals/withdraw-proposals.ts';
import { endMatches } from './end-matches.ts';

/** A mentor and their participant who may have no contact are no match, from the moment that this is known. */
@Consumer()
export class WhenContactProhibited {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(ContactProhibitedV1)
  async handle({ data }: EventOf<typeof ContactProhibitedV1>): Promise<void> {
    const now = this.clock.now();
    await this.db.transact(async (tx) => {
      await recordProhibition(tx, data);
      const [one, other] = data.people as [Id<'Person'>, Id<'Person'>]; // the contract says two
      for (const [mentorId, participant] of [[one, other], [other, one]] as const) {
        const theirs = { mentorId, participantId: { $in: await participantsOf(tx, participant) } };
        await withdrawProposals(tx, theirs, now);
        await endMatches(tx, theirs, now);
      }
    });
  }
}
