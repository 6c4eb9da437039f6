import { Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import { nextStep, type Occasion } from './next-step.ts';
import { unasked } from './notification-preferences.entity.ts';

const zone = 'America/Los_Angeles';
const at = (local: string): Temporal.Instant => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();
const occasion = (change: Partial<Occasion> = {}): Occasion => ({
  expiresAt: at('2026-11-25T12:00'),
  givenUp: [],
  wanted: { ...unasked, methods: ['TEXT', 'MAIL'] },
  possible: ['MAIL', 'TEXT'],
  sentToday: 0,
  now: at('2026-11-21T10:00'),
  zone,
  ...change,
});

describe('nextStep', () => {
  it('sends by the method that the person likes best, of those that there are', () => {
    expect(nextStep(occasion())).toEqual({ do: 'send', by: 'TEXT' });
    expect(nextStep(occasion({ possible: ['MAIL'] }))).toEqual({ do: 'send', by: 'MAIL' });
  });

  it('goes to the next method when one has been given up, and to a person when none is left', () => {
    expect(nextStep(occasion({ givenUp: ['TEXT'] }))).toEqual({ do: 'send', by: 'MAIL' });
    expect(nextStep(occasion({ givenUp: ['TEXT', 'MAIL'] }))).toEqual({ do: 'give-up' });
  });

  it('writes to nobody who has not asked for it', () => {
    expect(nextStep(occasion({ wanted: unasked }))).toEqual({ do: 'skip' });
  });

  it('waits for the end of the quiet hours, and until tomorrow on a day that is full', () => {
    expect(nextStep(occasion({ now: at('2026-11-21T22:00') }))).toEqual({ do: 'wait', until: at('2026-11-22T08:00') });
    expect(nextStep(occasion({ sentToday: 4 }))).toEqual({ do: 'wait', until: at('2026-11-22T08:00') });
  });

  it('never comes too late: then somebody has to call, or it is no news any more', () => {
    expect(nextStep(occasion({ now: at('2026-11-21T22:00'), expiresAt: at('2026-11-22T07:00') }))).toEqual({ do: 'give-up' });
    expect(nextStep(occasion({ now: at('2026-11-25T12:00') }))).toEqual({ do: 'skip' });
  });
});
