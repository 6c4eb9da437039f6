import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, openConnection, placeFamily, SharedWorld, type TestCounty } from '@fc/testing';

let world: SharedWorld;
let king: TestCounty;
beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

type Parts = Record<'identity' | 'matching', { readonly nodes: readonly { readonly action: string; readonly personId: string | null }[] }>;

describe('the trail of a county', () => {
  it('is one question to all services: what was done to a family connection, and by whom', async () => {
    const coordinator = await king.person('COORDINATOR');
    const connectionId = await openConnection(king, await placeFamily(king));
    const query = `query ($id: UUID!) {
      identity: identityAuditTrail(recordId: $id) { nodes { action personId } }
      matching: matchingAuditTrail(recordId: $id) { nodes { action personId } }
    }`;
    await eventually(async () => {
      const parts = await king.supervisor.get<Parts>(query, { id: connectionId });
      expect(parts.identity.nodes).toContainEqual({ action: 'openFamilyConnection', personId: coordinator.personId });
      // What matching did by itself was done for the same person.
      expect(parts.matching.nodes).toContainEqual({ action: 'WhenConnectionOpened', personId: coordinator.personId });
    });
  });
});
