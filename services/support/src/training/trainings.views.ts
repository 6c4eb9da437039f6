import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TrainingKey, trainingOf, type Training } from './catalogue.ts';
import { ProtectiveFactor } from '../protective-factors/protective-factor.ts';
import type { TrainingCompletion } from './training-completion.entity.ts';

registerEnumType(TrainingKey, { name: 'TrainingKey' });

/** The part of a person that support knows. */
@ObjectType('Person')
@Directive('@key(fields: "id")')
export class TrainedPerson {
  @Field(() => UUID)
  id!: Id<'Person'>;
}

@ObjectType('Training', { description: 'A training of the program.' })
export class TrainingView {
  @Field(() => TrainingKey)
  key!: `${TrainingKey}`;

  @Field(() => String)
  title!: string;

  @Field(() => [Role], { description: 'Whom it is made for; nobody is turned away.' })
  audience!: readonly Role[];

  @Field(() => [String])
  modules!: readonly string[];

  @Field(() => [ProtectiveFactor], { description: 'The protective factors that it is meant to strengthen; none where it is not about that.' })
  strengthens!: readonly ProtectiveFactor[];

  static from(training: Training): TrainingView {
    return Object.assign(new TrainingView(), training);
  }
}

@ObjectType('TrainingCompletion', { description: 'A person has finished a training. For the person, coordinators, program supervisors and navigators.' })
export class TrainingCompletionView {
  @Field(() => UUID)
  id!: Id<'TrainingCompletion'>;

  @Field(() => TrainedPerson)
  person!: TrainedPerson;

  @Field(() => TrainingView)
  training!: TrainingView;

  @Field(() => LocalDate)
  completedOn!: Temporal.PlainDate;

  static from({ id, personId, trainingKey, completedOn }: Row<TrainingCompletion>): TrainingCompletionView {
    return Object.assign(new TrainingCompletionView(), { id, person: { id: personId }, training: TrainingView.from(trainingOf(trainingKey)), completedOn });
  }
}
