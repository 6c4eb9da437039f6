import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

/**
 * Frees the place of a connection that ended in the middle of a transaction. Its rollback fails, and then nobody gives it
 * back: a pool that lost all its places so would keep every later request of the county waiting for ever.
 */
export function freePlacesOfEndedConnections(pool: Pool): void {
  const held = new Set<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  // Afterwards, so that whoever does give it back comes first: a second time would be an error.
  pool.on('connect', (client) => client.once('end', () => setImmediate(() => held.has(client) && client.release(true))));
}

/** How long a connection outlives its last use, in milliseconds: where people come and go, and where nobody but a sweep has been. */
const betweenRequests = 10_000;
const betweenRounds = 200;

/** Gives connections back to the server soon: at once where nobody but a sweep looks, since hundreds of counties share it. */
export function closeWhenIdle(pool: Pool, usedAt: () => number): void {
  Object.defineProperty(pool.options, 'idleTimeoutMillis', { get: () => (Date.now() - usedAt() < betweenRequests ? betweenRequests : betweenRounds) });
}

/** PostgreSQL's code for a password that is not the role's. */
const wrongPassword = '28P01';
/** How long a new password may be known to one side alone, in milliseconds. */
const betweenPasswords = 5_000;

/**
 * Waits where the server does not take the password yet, or no longer: a rotation tells the server and the secret provider
 * one after the other. Each try reads the secret anew.
 */
export function rideOutNewPasswords(pool: Pool): void {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const patiently = async (): Promise<PoolClient> => {
    for (const until = Date.now() + betweenPasswords; ; await sleep(50)) {
      try {
        return await connect();
      } catch (error) {
        if ((error as { code?: string }).code !== wrongPassword || Date.now() > until) throw error;
      }
    }
  };
  // MikroORM asks for connections in this one way alone, so the form with a callback is left as it is.
  pool.connect = ((callback?: () => void) => (callback ? (connect as (callback: () => void) => void)(callback) : patiently())) as typeof pool.connect;
}
