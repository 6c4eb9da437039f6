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
