import { FamilyTimeWordsErasedV1, MatchingWordsErasedV1, MeetingsWordsErasedV1, OutcomesWordsErasedV1, SupportWordsErasedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { ErasureReport } from './erasure-report.entity.ts';

type Erased = EventOf<typeof MeetingsWordsErasedV1>;

/** The services that keep something of people, and report when they have destroyed it. */
export const reportingServices: readonly string[] = [MatchingWordsErasedV1, MeetingsWordsErasedV1, FamilyTimeWordsErasedV1, SupportWordsErasedV1, OutcomesWordsErasedV1].map(({ service }) => service);

/** Adds what another service has destroyed to the erasure's certificate. */
@Consumer()
export class WhenWordsErased {
  constructor(private readonly db: CountyDb) {}

  @On(MatchingWordsErasedV1)
  ofMatching(event: Erased): Promise<void> {
    return this.#note(MatchingWordsErasedV1.service, event);
  }

  @On(MeetingsWordsErasedV1)
  ofMeetings(event: Erased): Promise<void> {
    return this.#note(MeetingsWordsErasedV1.service, event);
  }

  @On(FamilyTimeWordsErasedV1)
  ofFamilyTime(event: Erased): Promise<void> {
    return this.#note(FamilyTimeWordsErasedV1.service, event);
  }

  @On(SupportWordsErasedV1)
  ofSupport(event: Erased): Promise<void> {
    return this.#note(SupportWordsErasedV1.service, event);
  }

  @On(OutcomesWordsErasedV1)
  ofOutcomes(event: Erased): Promise<void> {
    return this.#note(OutcomesWordsErasedV1.service, event);
  }

  #note(service: string, { time, data: { personId, kinds } }: Erased): Promise<void> {
    const doneAt = Temporal.Instant.from(time);
    return this.db.transact(async (tx) => {
      const report = await tx.firstOr(ErasureReport, { personId, service }, () => ErasureReport.of({ personId, service, kinds, doneAt }));
      report.again(kinds, doneAt);
    });
  }
}
