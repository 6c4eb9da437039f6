import type { EventEnvelope } from '@fc/contracts';
import type { County, CountyOrms } from '@fc/tenancy';

/** WAITING for an event that it refers to; FAILING and tried again; DEAD after the last try, until it is replayed by command. */
export type ParkedState = 'WAITING' | 'FAILING' | 'DEAD';

export interface ParkedEvent {
  readonly sequence: string;
  readonly consumer: string;
  readonly envelope: EventEnvelope;
  readonly state: ParkedState;
  readonly attempts: number;
}

export interface RetryPolicy {
  /** Tries before an event that fails is given up. */
  readonly attempts: number;
  /** The pause after the first try, doubled after each, and the longest between two; in milliseconds. */
  readonly firstPause: number;
  readonly longestPause: number;
}

const patient: RetryPolicy = { attempts: 12, firstPause: 200, longestPause: 60_000 };

/** How many events are tried again in one go. */
export const replayBatch = 200;

/** Events that could not have their effect yet, kept in the county's own database, so that the stream can go on without them. */
export class ParkedEvents {
  readonly #orms: CountyOrms;
  readonly #retry: RetryPolicy;

  constructor(orms: CountyOrms, retry: RetryPolicy = patient) {
    this.#orms = orms;
    this.#retry = retry;
  }

  /** Puts an event aside, or notes one more failed try of it. Answers the state that it is in now. */
  async park(county: County, envelope: EventEnvelope, consumer: string, state: 'WAITING' | 'FAILING', reason: string): Promise<ParkedState> {
    const { attempts, firstPause, longestPause } = this.#retry;
    const em = await this.#orms.fork(county);
    const [row] = await em.execute<{ state: ParkedState }[]>(
      `insert into parked_event (event_id, consumer, aggregate, event_type, envelope, state, reason, next_try_at)
         values (?, ?, ?, ?, ?, ?, ?, now() + interval '1 millisecond' * ?)
       on conflict (event_id, consumer) do update set
         attempts = parked_event.attempts + case when excluded.state = 'FAILING' then 1 else 0 end,
         state = case when excluded.state = 'FAILING' and parked_event.attempts + 1 >= ? then 'DEAD' else excluded.state end,
         reason = excluded.reason,
         next_try_at = now() + interval '1 millisecond' * least(?, ? * power(2, parked_event.attempts))
       returning state`,
      [envelope.id, consumer, envelope.subject, envelope.type, JSON.stringify(envelope), state, reason.slice(0, 1_000), firstPause, attempts, longestPause, firstPause],
    );
    return row?.state ?? state;
  }

  /** Puts an event away for good that no consumer could ever read. */
  async bury(county: County, eventId: string, eventType: string, body: string, reason: string): Promise<void> {
    const em = await this.#orms.fork(county);
    await em.execute(
      `insert into parked_event (event_id, consumer, aggregate, event_type, envelope, state, reason, next_try_at)
         values (?, 'none', ?, ?, to_jsonb(?::text), 'DEAD', ?, now())`,
      [eventId, eventId, eventType, body, reason.slice(0, 1_000)],
    );
  }

  /** What is due to be tried again, the oldest first, a batch behind that sequence. With `all`, what waits for other events too, though its pause is not over. */
  async due(county: County, all: boolean, after = '0'): Promise<ParkedEvent[]> {
    const em = await this.#orms.fork(county);
    return em.execute<ParkedEvent[]>(
      `select sequence, consumer, envelope, state, attempts from parked_event
        where sequence > ? and ((state = 'FAILING' and next_try_at <= now()) or (state = 'WAITING' and (next_try_at <= now() or ?)))
        order by sequence limit ?`,
      [after, all, replayBatch],
    );
  }

  /** Takes away an event that has had its effect by another way meanwhile. */
  async forget(county: County, sequence: string): Promise<void> {
    const em = await this.#orms.fork(county);
    await em.execute(`delete from parked_event where sequence = ?`, [sequence]);
  }

  /** How many events are aside: those still to be tried, and the dead. */
  async counts(county: County): Promise<{ open: number; dead: number }> {
    const em = await this.#orms.fork(county);
    const [row] = await em.execute<{ open: number; dead: number }[]>(
      `select count(*) filter (where state <> 'DEAD')::int as open, count(*) filter (where state = 'DEAD')::int as dead from parked_event`,
    );
    return row ?? { open: 0, dead: 0 };
  }
}
