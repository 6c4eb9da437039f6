import { TrainingCompletedV1, type EventOf } from '@fc/contracts';
import { Consumer, On } from '@fc/messaging';
import { Facts } from './facts.ts';

/** Who finished it stays with support. */
@Consumer()
export class WhenTrainingCompleted {
  constructor(private readonly facts: Facts) {}

  @On(TrainingCompletedV1)
  async handle({ data: { completionId, completedAt } }: EventOf<typeof TrainingCompletedV1>): Promise<void> {
    await this.facts.record({ kind: 'TRAINING_COMPLETED', sourceId: completionId, at: completedAt });
  }
}
