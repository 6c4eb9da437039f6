import { ComfortCallHeldV1, FollowUpHeldV1, MeetingHeldV1, PlanAgreedV1, PreparationHeldV1, WindowMissedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { Facts } from './facts.ts';

@Consumer()
export class WhenComfortCallHeld {
  constructor(private readonly facts: Facts) {}

  @On(ComfortCallHeldV1)
  async handle({ data: { comfortCallId, connectionId, heldAt, withinWindow } }: EventOf<typeof ComfortCallHeldV1>): Promise<void> {
    await this.facts.record({ kind: 'COMFORT_CALL_HELD', category: withinWindow ? 'WITHIN_WINDOW' : 'LATE', sourceId: comfortCallId, at: heldAt, about: { connectionId } });
  }
}

@Consumer()
export class WhenPreparationHeld {
  constructor(private readonly facts: Facts) {}

  @On(PreparationHeldV1)
  async handle({ data: { preparationId, mentorRole, connectionId, heldAt } }: EventOf<typeof PreparationHeldV1>): Promise<void> {
    await this.facts.record({ kind: 'PREPARATION_HELD', category: mentorRole, sourceId: preparationId, at: heldAt, about: { connectionId } });
  }
}

@Consumer()
export class WhenMeetingHeld {
  constructor(private readonly facts: Facts) {}

  @On(MeetingHeldV1)
  async handle({ data: { meetingId, kind, connectionId, heldAt } }: EventOf<typeof MeetingHeldV1>): Promise<void> {
    await this.facts.record({ kind: 'MEETING_HELD', category: kind, sourceId: meetingId, at: heldAt, about: { connectionId } });
  }
}

@Consumer()
export class WhenPlanAgreed {
  constructor(private readonly facts: Facts) {}

  @On(PlanAgreedV1)
  async handle({ data: { connectionId, planVersion, agreedAt } }: EventOf<typeof PlanAgreedV1>): Promise<void> {
    await this.facts.record({ kind: 'PLAN_AGREED', sourceId: `${connectionId}/${planVersion}`, at: agreedAt, about: { connectionId } });
  }
}

@Consumer()
export class WhenFollowUpHeld {
  constructor(private readonly facts: Facts) {}

  @On(FollowUpHeldV1)
  async handle({ data: { followUpId, mentorRole, connectionId, heldAt } }: EventOf<typeof FollowUpHeldV1>): Promise<void> {
    await this.facts.record({ kind: 'FOLLOW_UP_HELD', category: mentorRole, sourceId: followUpId, at: heldAt, about: { connectionId } });
  }
}

/** Why a window was missed is for the people on the case; only that it was is counted. */
@Consumer()
export class WhenWindowMissed {
  constructor(private readonly facts: Facts) {}

  @On(WindowMissedV1)
  async handle({ data: { windowId, kind, closedAt } }: EventOf<typeof WindowMissedV1>): Promise<void> {
    await this.facts.record({ kind: 'WINDOW_MISSED', category: kind, sourceId: windowId, at: closedAt });
  }
}
