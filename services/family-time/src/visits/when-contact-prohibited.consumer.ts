import { ContactProhibitedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { recordProhibition } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { suspendVisits } from './suspend-visits.ts';

/** What it forbids does not take place: every visit where these two would meet is suspended with it. */
@Consumer()
export class WhenContactProhibited {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  @On(ContactProhibitedV1)
  async handle({ data }: EventOf<typeof ContactProhibitedV1>): Promise<void> {
    const from = Temporal.Instant.from(data.from);
    const to = data.to ? Temporal.Instant.from(data.to) : null;
    await this.db.transact(async (tx) => {
      await recordProhibition(tx, data);
      await suspendVisits(tx, { peopleIds: { $contains: data.people } }, this.clock.now(), (visit) => data.channels.includes(visit.channel()) && visit.fallsInto(from, to));
    });
  }
}
