import { newId } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum CallOutcome {
  SPOKE = 'SPOKE',
  NO_ANSWER = 'NO_ANSWER',
  NOT_READY = 'NOT_READY',
}
const outcomes: readonly `${CallOutcome}`[] = Object.values(CallOutcome);

const schema = defineEntity({
  name: 'ComfortCallAttempt',
  tableName: 'comfort_call_attempt',
  properties: {
    id: column.id<'ComfortCallAttempt'>(),
    comfortCallId: column.ref<'ComfortCall'>().index(),
    outcome: column.oneOf(outcomes),
    /** The caregiver asked to call again, and the parent agreed. */
    mayCallAgain: column.boolean(),
    at: column.instant(),
    recordedBy: column.ref<'Person'>(),
  },
});

/** One try to reach the parent. */
export class ComfortCallAttempt extends schema.class {
  static made(attempt: Omit<ComfortCallAttempt, 'id' | 'agreeToCallAgain'>): ComfortCallAttempt {
    return make(ComfortCallAttempt, { id: newId<'ComfortCallAttempt'>(), ...attempt });
  }

  /** A parent who was not ready may want the call later. */
  agreeToCallAgain(): void {
    this.mayCallAgain = true;
  }
}
schema.setClass(ComfortCallAttempt);
export const comfortCallAttemptSchema = schema;
