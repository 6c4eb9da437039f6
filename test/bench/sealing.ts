import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { identitySchema } from '@fc/identity/schema';
import { createLogger } from '@fc/runtime';
import { AuditSealer, CountyDb, CountyOrms, runInCounty } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import type { TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { compare, type Comparison } from './measure.ts';

/** What a mutation pays for its entry's being sealed: a transaction in a county with sealing, beside one in a county whose trail is not sealed at all. */
export async function sealing(): Promise<Comparison[]> {
  const world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity] });
  const { registryFile: file, registryPublicKey: publicKey, secrets } = world.config;
  const registry = await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey });
  const orms = new CountyOrms(identitySchema, secrets);
  const sealer = new AuditSealer(orms, registry, [], createLogger('identity', 'silent'));
  const [sealed, plain] = [new CountyDb(orms, [sealer]), new CountyDb(orms, [])];
  const commit = (db: CountyDb, { county }: TestCounty) => (): Promise<void> =>
    runInCounty({ county, actor: { person: null, kind: 'system:bench', roles: [] }, action: 'bench', correlationId: newId() }, () => db.transact(async () => undefined));
  try {
    sealer.start();
    const pierce = world.county('pierce');
    await pierce.rows('drop trigger audit_entry_waits_for_seal on identity.audit_entry');
    return [await compare('a transaction with its entry sealed', commit(sealed, world.county('king')), 'the same, never sealed', commit(plain, pierce), { rounds: 15, perRound: 60 })];
  } finally {
    await sealer.stop();
    await orms.close();
    await registry.close();
    await world.stop();
  }
}
