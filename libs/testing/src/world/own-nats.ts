import { natsPermissions, startNats, type LocalNats, type NatsPermissions } from '@fc/local';
import { nkeys } from '@nats-io/transport-node';
import type { Infrastructure } from '../infrastructure.ts';

/** A NATS for one world alone; it knows the same keys as the shared one. A service that is `mute` may publish no event there. */
export function startOwnNats({ adminSeed, seeds }: Infrastructure['nats'], mute?: string): Promise<LocalNats> {
  const users = Object.entries({ admin: adminSeed, ...seeds }).map(([name, seed]) => ({
    name,
    nkey: nkeys.fromSeed(new TextEncoder().encode(seed)).getPublicKey(),
    ...(name === mute ? withoutEvents(name) : natsPermissions(name)),
  }));
  return startNats({ users });
}

function withoutEvents(service: string): NatsPermissions {
  const { publish, ...permissions } = natsPermissions(service);
  return { ...permissions, publish: publish.filter((subject) => !subject.startsWith('county.')) };
}
