import { FamilyTimePlannedV1, VisitHeldV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { Facts } from './facts.ts';

@Consumer()
export class WhenFamilyTimePlanned {
  constructor(private readonly facts: Facts) {}

  @On(FamilyTimePlannedV1)
  async handle({ data: { planId, setting, plannedAt, childId, parentId } }: EventOf<typeof FamilyTimePlannedV1>): Promise<void> {
    await this.facts.record({ kind: 'FAMILY_TIME_PLANNED', category: setting, sourceId: planId, at: plannedAt, about: { childId, parentId } });
  }
}

@Consumer()
export class WhenVisitHeld {
  constructor(private readonly facts: Facts) {}

  @On(VisitHeldV1)
  async handle({ data: { visitId, setting, heldAt, childId, parentId } }: EventOf<typeof VisitHeldV1>): Promise<void> {
    await this.facts.record({ kind: 'VISIT_HELD', category: setting, sourceId: visitId, at: heldAt, about: { childId, parentId } });
  }
}
