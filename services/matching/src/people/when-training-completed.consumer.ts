import { TrainingCompletedV1, type EventOf } from '@fc/contracts';
import { Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { KnownPerson } from './known-person.entity.ts';

/** Support's key of the training that everybody who mentors has done. */
const mentorBasics = 'MENTOR_BASICS';

@Consumer()
export class WhenTrainingCompleted {
  constructor(private readonly db: CountyDb) {}

  @On(TrainingCompletedV1)
  async handle({ data: { personId, trainingKey, completedAt } }: EventOf<typeof TrainingCompletedV1>): Promise<void> {
    await this.db.transact(async (tx) => {
      if (trainingKey !== mentorBasics) return;
      const person = await tx.firstOr(KnownPerson, { id: personId }, () => KnownPerson.of(personId));
      person.completeTraining(Temporal.Instant.from(completedAt).toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate());
    });
  }
}
