import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ReadinessAssessment } from './readiness-assessment.entity.ts';
import type { ReadinessImprovement } from './readiness-improvement.entity.ts';
import { ReadinessArea, ReadinessLevel } from './readiness-pack.ts';
import { scoresOf, type ReadinessScores } from './scores.ts';

registerEnumType(ReadinessArea, { name: 'ReadinessArea' });
registerEnumType(ReadinessLevel, { name: 'ReadinessLevel' });

@ObjectType('ReadinessQuestion')
export class ReadinessQuestionView {
  @Field(() => String, { description: 'Stable over all versions: RQ-POL-01.' })
  questionId!: string;

  @Field(() => ReadinessArea)
  area!: `${ReadinessArea}`;

  @Field(() => String)
  text!: string;
}

@ObjectType('ReadinessPolicy', { description: 'Something that ought to be written down in the county.' })
export class ReadinessPolicyView {
  @Field(() => String, { description: 'Stable over all versions: RP-01.' })
  policyId!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType()
export class ReadinessAnswer {
  @Field(() => String)
  questionId!: string;

  @Field(() => ReadinessLevel)
  level!: `${ReadinessLevel}`;
}

@ObjectType()
export class ReadinessAreaScore {
  @Field(() => ReadinessArea)
  area!: ReadinessArea;

  @Field(() => Float, { description: 'From 0, nothing yet, to 1, always.' })
  score!: number;

  @Field(() => Float, { nullable: true, description: 'Against the assessment before; empty for the first, and in what the state sees.' })
  change!: number | null;
}

@ObjectType('ReadinessAssessment', { description: 'How ready a county was on a day, by its own word. For its coordinators and program supervisors.' })
export class ReadinessAssessmentView {
  @Field(() => UUID)
  id!: Id<'ReadinessAssessment'>;

  @Field(() => LocalDate)
  assessedOn!: Temporal.PlainDate;

  @Field(() => UUID, { description: 'Who answered.' })
  assessedBy!: Id<'Person'>;

  @Field(() => Float, { description: 'The mean of the areas, from 0 to 1.' })
  overall!: number;

  @Field(() => Float, { nullable: true, description: 'Against the assessment before; empty for the first.' })
  change!: number | null;

  @Field(() => [ReadinessAreaScore])
  areas!: readonly ReadinessAreaScore[];

  @Field(() => [ReadinessAnswer])
  answers!: readonly ReadinessAnswer[];

  @Field(() => [String], { description: 'The policies of the checklist that are written down.' })
  policiesInPlace!: readonly string[];

  @Field(() => Boolean, { description: 'The state’s administration sees its scores.' })
  shared!: boolean;

  static from({ id, assessedOn, assessedBy, answers, policiesInPlace, sharedAt }: Row<ReadinessAssessment>, before: Row<ReadinessAssessment> | undefined): ReadinessAssessmentView {
    const [scores, earlier] = [scoresOf(answers), before && scoresOf(before.answers)];
    return Object.assign(new ReadinessAssessmentView(), {
      ...{ id, assessedOn, assessedBy, policiesInPlace, shared: sharedAt != null },
      overall: scores.overall,
      change: earlier ? scores.overall - earlier.overall : null,
      areas: areasOf(scores, earlier),
      answers: Object.entries(answers).map(([questionId, level]) => ({ questionId, level })),
    });
  }
}

const areasOf = ({ areas }: ReadinessScores, earlier?: ReadinessScores): ReadinessAreaScore[] =>
  areas.map(({ area, score }) => {
    const before = earlier?.areas.find((one) => one.area === area);
    return { area, score, change: before ? score - before.score : null };
  });

@ObjectType('ReadinessImprovement', { description: 'Something that the county wants to do better. For its coordinators and program supervisors.' })
export class ReadinessImprovementView {
  @Field(() => UUID)
  id!: Id<'ReadinessImprovement'>;

  @Field(() => ReadinessArea)
  area!: ReadinessArea;

  @Field(() => String)
  what!: string;

  @Field(() => UUID, { description: 'Who sees to it.' })
  ownerId!: Id<'Person'>;

  @Field(() => LocalDate)
  dueOn!: Temporal.PlainDate;

  @Field(() => LocalDate, { nullable: true, description: 'Empty until it is done.' })
  doneOn!: Temporal.PlainDate | null;

  static from({ id, area, what, ownerId, dueOn, doneOn = null }: Row<ReadinessImprovement>): ReadinessImprovementView {
    return Object.assign(new ReadinessImprovementView(), { id, area, what, ownerId, dueOn, doneOn });
  }
}

@ObjectType('CountyReadiness', { description: 'What a county asks itself, what it answered over time, and what it does about it. No person of any case is in it.' })
export class CountyReadinessView {
  @Field(() => Int, { description: 'Of the questions and the checklist.' })
  version!: number;

  @Field(() => [ReadinessQuestionView])
  questions!: readonly ReadinessQuestionView[];

  @Field(() => [ReadinessPolicyView])
  policies!: readonly ReadinessPolicyView[];

  @Field(() => [ReadinessAssessmentView], { description: 'The earliest first.' })
  assessments!: readonly ReadinessAssessmentView[];

  @Field(() => [ReadinessImprovementView], { description: 'What is due first, first.' })
  improvements!: readonly ReadinessImprovementView[];
}

@ObjectType('SharedReadiness', { description: 'The scores of an assessment that a county lets the state see.' })
export class SharedReadinessView {
  @Field(() => String)
  county!: string;

  @Field(() => LocalDate)
  assessedOn!: Temporal.PlainDate;

  @Field(() => Float)
  overall!: number;

  @Field(() => [ReadinessAreaScore])
  areas!: readonly ReadinessAreaScore[];

  @Field(() => Int, { description: 'How many policies of the checklist are written down.' })
  policiesInPlace!: number;

  @Field(() => Int, { description: 'How many the checklist has.' })
  policies!: number;

  static from({ scores, ...known }: Pick<SharedReadinessView, 'county' | 'assessedOn' | 'policiesInPlace' | 'policies'> & { readonly scores: ReadinessScores }): SharedReadinessView {
    return Object.assign(new SharedReadinessView(), { ...known, overall: scores.overall, areas: areasOf(scores) });
  }
}
