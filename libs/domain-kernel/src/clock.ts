import { Temporal } from './temporal.ts';

/** Where "now" comes from, so that a test can stand at any instant. An abstract class, because Nest injects by class. */
export abstract class Clock {
  abstract now(): Temporal.Instant;
}

export class SystemClock extends Clock {
  override now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}
