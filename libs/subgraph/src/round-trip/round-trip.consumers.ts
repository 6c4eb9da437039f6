import {
  contractOf,
  FamilyTimeRoundTripMadeV1,
  IdentityRoundTripMadeV1,
  MatchingRoundTripMadeV1,
  MeetingsRoundTripMadeV1,
  OutcomesRoundTripMadeV1,
  SupportRoundTripMadeV1,
  RoundTripAskedV1,
  type EventOf,
} from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';

/** Says what it was asked to say, on the way that everything takes which this service says: its outbox, its relay, its own right to publish. */
@Consumer()
export class WhenRoundTripAsked {
  constructor(private readonly db: CountyDb) {}

  @On(RoundTripAskedV1)
  handle({ data }: EventOf<typeof RoundTripAskedV1>): Promise<void> {
    return this.db.transact((tx) => {
      const service = tx.context.actor.kind.slice('system:'.length);
      const made = contractOf(`${service}.round-trip-made.v1`);
      if (made) tx.emit(made, data);
      return Promise.resolve();
    });
  }
}

/** Hears it of each service: nothing follows, but that the inbox has it. */
@Consumer()
export class WhenRoundTripMade {
  constructor(private readonly db: CountyDb) {}

  @On(IdentityRoundTripMadeV1)
  ofIdentity(): Promise<void> {
    return this.#hear();
  }

  @On(MatchingRoundTripMadeV1)
  ofMatching(): Promise<void> {
    return this.#hear();
  }

  @On(MeetingsRoundTripMadeV1)
  ofMeetings(): Promise<void> {
    return this.#hear();
  }

  @On(FamilyTimeRoundTripMadeV1)
  ofFamilyTime(): Promise<void> {
    return this.#hear();
  }

  @On(SupportRoundTripMadeV1)
  ofSupport(): Promise<void> {
    return this.#hear();
  }

  @On(OutcomesRoundTripMadeV1)
  ofOutcomes(): Promise<void> {
    return this.#hear();
  }

  #hear(): Promise<void> {
    return this.db.acknowledge(() => Promise.resolve());
  }
}
