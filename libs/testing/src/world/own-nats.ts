import { natsPermissions, startNats, type LocalNats } from '@fc/local';
import { nkeys } from '@nats-io/transport-node';
import type { Infrastructure } from '../infrastructure.ts';

/** A NATS for one world alone; it knows the same keys as the shared one. */
export function startOwnNats({ adminSeed, seeds }: Infrastructure['nats']): Promise<LocalNats> {
  const users = Object.entries({ admin: adminSeed, ...seeds }).map(([name, seed]) => ({
    name,
    nkey: nkeys.fromSeed(new TextEncoder().encode(seed)).getPublicKey(),
    ...natsPermissions(name),
  }));
  return startNats({ users });
}
