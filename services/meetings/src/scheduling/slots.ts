import { partsHeld, Temporal, type Span, type WeeklyHours } from '@fc/domain-kernel';

/** Somebody who is needed at a meeting. */
export interface NeededPerson {
  /** When they are free, on the clocks of the county. */
  readonly hours: readonly WeeklyHours[];
  /** How many minutes they need to the meeting, and as many back: from where they are free, and from whatever else they have. */
  readonly travelMinutes: number;
  /** What they have already, ways not included. */
  readonly busy: readonly Span[];
}

export interface SlotQuestion {
  readonly everybody: readonly NeededPerson[];
  /** How long the meeting takes. */
  readonly minutes: number;
  /** Where to look for it. */
  readonly within: Span;
  /** The county's IANA time zone. */
  readonly zone: string;
}

/** A meeting begins at a quarter of an hour. */
const step = 15;

/** Every slot in which all of them are free, the earliest first, beginning at full quarters of an hour; lazily, for there may be many. */
export function* commonSlots({ everybody, minutes, within, zone }: SlotQuestion): Generator<Span> {
  const free = everybody.map(({ hours, travelMinutes }) => merged(partsHeld({ from: within.opens, to: within.closes, hours }, within, zone)).flatMap((part) => narrowed(part, travelMinutes)));
  const busy = everybody.flatMap((person) => person.busy.map((part) => widened(part, person.travelMinutes)));
  const [first = [], ...others] = free;
  const common = others.reduce<Span[]>((parts, more) => parts.flatMap((part) => more.flatMap((other) => overlap(part, other) ?? [])), first);
  for (const part of common)
    for (let opens = nextQuarter(part.opens, zone); ; opens = opens.add({ minutes: step })) {
      const slot = { opens, closes: opens.add({ minutes }) };
      if (isAfter(slot.closes, part.closes)) break;
      if (!busy.some((other) => overlap(slot, other))) yield slot;
    }
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) > 0;

function overlap(one: Span, other: Span): Span | undefined {
  const opens = isAfter(one.opens, other.opens) ? one.opens : other.opens;
  const closes = isAfter(one.closes, other.closes) ? other.closes : one.closes;
  return isAfter(closes, opens) ? { opens, closes } : undefined;
}

const widened = ({ opens, closes }: Span, minutes: number): Span => ({ opens: opens.subtract({ minutes }), closes: closes.add({ minutes }) });

/** What is left of it between a way there and a way back; nothing where they take all of it. */
function narrowed({ opens, closes }: Span, minutes: number): Span[] {
  const left = { opens: opens.add({ minutes }), closes: closes.subtract({ minutes }) };
  return isAfter(left.closes, left.opens) ? [left] : [];
}

/** Hours that touch, such as those over midnight, are one. */
function merged(parts: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && !isAfter(part.opens, last.closes)) whole[whole.length - 1] = { opens: last.opens, closes: isAfter(part.closes, last.closes) ? part.closes : last.closes };
    else whole.push(part);
  }
  return whole;
}

/** On the clocks of the county, some of which are half an hour or a quarter off. */
function nextQuarter(at: Temporal.Instant, zone: string): Temporal.Instant {
  return at.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingIncrement: step, roundingMode: 'ceil' }).toInstant();
}
