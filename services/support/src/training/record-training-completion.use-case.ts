import { TrainingCompletedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { enrolledAs } from '../people/enrolled-person.entity.ts';
import { TrainingKey } from './catalogue.ts';
import { TrainingCompletion } from './training-completion.entity.ts';

@InputType()
export class RecordTrainingCompletionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => TrainingKey)
  trainingKey!: TrainingKey;

  @Field(() => LocalDate, { description: 'The day in the county on which it was finished.' })
  completedOn!: Temporal.PlainDate;
}

/** Writes down that a person has finished a training. Matching asks for it before somebody mentors. */
@Injectable()
export class RecordTrainingCompletion {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordTrainingCompletionInput): Promise<Id<'TrainingCompletion'>> {
    return this.db.once(input, async (tx) => {
      const { trainingKey, completedOn } = input;
      const personId = await enrolledAs(tx, input.personId);
      return recordCompletion(tx, { personId, trainingKey, completedOn }, this.clock.now());
    });
  }
}

type Completed = Pick<RecordTrainingCompletionInput, 'personId' | 'completedOn'> & { readonly trainingKey: `${TrainingKey}` };

/** For a training that is finished here: what has been recorded of that day already stands for it. */
export async function completeTraining(tx: Transaction, completed: Completed, now: Temporal.Instant): Promise<Id<'TrainingCompletion'>> {
  const [known] = await tx.rows(TrainingCompletion, completed);
  return known?.id ?? recordCompletion(tx, completed, now);
}

function recordCompletion(tx: Transaction, { personId, trainingKey, completedOn }: Completed, now: Temporal.Instant): Id<'TrainingCompletion'> {
  const zone = tx.context.county.timeZone;
  const completion = TrainingCompletion.record(personId, trainingKey, completedOn, { now, zone });
  tx.add(completion);
  const completedAt = completedOn.toZonedDateTime(zone).toInstant().toString();
  tx.emit(TrainingCompletedV1, { completionId: completion.id, personId, trainingKey, completedAt });
  return completion.id;
}
