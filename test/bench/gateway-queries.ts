import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { World } from '@fc/testing/world';
import { compare, type Comparison } from './measure.ts';
import { openConnection } from '../journeys/open-connection.ts';

/** A warm query over two services through the gateway, beside one service asked directly. */
export async function gatewayQueries(): Promise<Comparison[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  try {
    const king = world.county('king');
    const { coordinator, connectionId: id } = await openConnection(king);
    const two = 'query ($id: UUID!) { familyConnection(id: $id) { status mentorNeeds { mentorRole since } } }';
    const one = 'query ($id: UUID!) { familyConnection(id: $id) { status openedAt } }';
    return [
      await compare('two services through the gateway', () => coordinator.get(two, { id }), 'one service directly', () => world.askDirectly('identity', coordinator, one, { id })),
      await compare('one service through the gateway', () => coordinator.get(one, { id }), 'one service directly', () => world.askDirectly('identity', coordinator, one, { id })),
    ];
  } finally {
    await world.stop();
  }
}
