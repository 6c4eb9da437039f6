// Refused at services/matching/src/propose-match.use-case.ts by @typescript-eslint/consistent-type-imports
import { Clock } from '@fc/domain-kernel';
export const today = (clock: Clock) => clock.now();

// Instead
import { Clock, type Temporal } from '@fc/domain-kernel';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ProposeMatch {
  constructor(private readonly clock: Clock) {}

  today(): Temporal.Instant {
    return this.clock.now();
  }
}
