import { DomainError, type Span, type Temporal } from '@fc/domain-kernel';

/** How short and how long a meeting may be, in minutes. A county's own lengths keep to it too. */
const [shortest, longest] = [15, 480];

/** When something is planned, and for how long. */
export interface Appointment {
  readonly scheduledFor: Temporal.Instant;
  readonly minutes: number;
}

/** How many minutes it takes: as somebody has said, or else as it usually does. Throws `MEETINGS.INVALID_LENGTH`. */
export function requireLength(said: number | null | undefined, usual: number): number {
  const minutes = said ?? usual;
  if (!Number.isInteger(minutes) || minutes < shortest || minutes > longest) throw new DomainError('MEETINGS.INVALID_LENGTH', `A meeting takes ${shortest} to ${longest} minutes.`);
  return minutes;
}

/** From its beginning to its end. */
export const spanOf = ({ scheduledFor: opens, minutes }: Appointment): Span => ({ opens, closes: opens.add({ minutes }) });

/** When the contact ledger is asked about it: all the time that it takes. */
export function timeOf(appointment: Appointment): { readonly at: Temporal.Instant; readonly until: Temporal.Instant } {
  const { opens: at, closes: until } = spanOf(appointment);
  return { at, until };
}

/** What an input says of it. */
export const lengthField = { nullable: true, description: 'How long it takes, in minutes, from 15 to 480. Left out: as long as such a meeting usually takes in the county.' } as const;
export const newLengthField = { nullable: true, description: 'How long it takes then, in minutes, from 15 to 480. Left out: as long as before.' } as const;
