import { MatchAcceptedV1, MatchEndedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { Facts } from './facts.ts';

@Consumer()
export class WhenMatchAccepted {
  constructor(private readonly facts: Facts) {}

  @On(MatchAcceptedV1)
  async handle({ data: { matchId, mentorRole, participantId, acceptedAt } }: EventOf<typeof MatchAcceptedV1>): Promise<void> {
    await this.facts.record({ kind: 'MATCH_ACCEPTED', category: mentorRole, sourceId: matchId, at: acceptedAt, about: { participantId } });
  }
}

@Consumer()
export class WhenMatchEnded {
  constructor(private readonly facts: Facts) {}

  @On(MatchEndedV1)
  async handle({ data: { matchId, mentorRole, participantId, endedAt } }: EventOf<typeof MatchEndedV1>): Promise<void> {
    await this.facts.record({ kind: 'MATCH_ENDED', category: mentorRole, sourceId: matchId, at: endedAt, about: { participantId } });
  }
}
