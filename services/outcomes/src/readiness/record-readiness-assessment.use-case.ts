import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ReadinessAssessment } from './readiness-assessment.entity.ts';
import { ReadinessLevel } from './readiness-pack.ts';

@InputType()
export class ReadinessAnswerInput {
  @Field(() => String, { description: 'RQ-POL-01.' })
  questionId!: string;

  @Field(() => ReadinessLevel)
  level!: ReadinessLevel;
}

@InputType()
export class RecordReadinessAssessmentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => LocalDate, { description: 'The day in the county for which it holds; one assessment a day.' })
  assessedOn!: Temporal.PlainDate;

  @Field(() => [ReadinessAnswerInput], { description: 'One for each question.' })
  answers!: ReadinessAnswerInput[];

  @Field(() => [String], { description: 'The policies of the checklist that are written down: RP-01.' })
  policiesInPlace!: string[];
}

/** A county asks itself how ready it is. It keeps the answer to itself until it shares it. */
@Injectable()
export class RecordReadinessAssessment {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordReadinessAssessmentInput): Promise<Id<'ReadinessAssessment'>> {
    return this.db.once(input, (tx) => {
      const { assessedOn, answers, policiesInPlace } = input;
      const assessedBy = tx.context.actor.person as Id<'Person'>; // whoever holds a role is a person
      const assessment = ReadinessAssessment.of({ assessedOn, answers, policiesInPlace, assessedBy }, { now: this.clock.now(), zone: tx.context.county.timeZone });
      tx.add(assessment);
      return Promise.resolve(assessment.id);
    });
  }
}
