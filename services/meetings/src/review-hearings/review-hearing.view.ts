import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SharedStatementView } from '../agreements/agreement.view.ts';
import type { SharedStatement } from '../agreements/shared-statement.entity.ts';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import { movedAtField, MoveReason, moveReasonField } from '../scheduling/move-reason.ts';
import { ReadableWords } from '../wordings/readable-text.view.ts';
import { HearingFindingKind, HearingFindingOutcome, type HearingFinding } from './hearing-finding.entity.ts';
import type { HearingTask } from './hearing-tasks.ts';
import { ReviewHearingKind, ReviewHearingStatus, type ReviewHearing } from './review-hearing.entity.ts';

registerEnumType(ReviewHearingKind, { name: 'ReviewHearingKind', description: 'CITIZEN_REVIEW_BOARD: where the county has one; it recommends to the judge.' });
registerEnumType(ReviewHearingStatus, { name: 'ReviewHearingStatus' });
registerEnumType(HearingFindingKind, { name: 'HearingFindingKind', description: 'RECOMMENDATION: of a Citizen Review Board to the judge.' });
registerEnumType(HearingFindingOutcome, { name: 'HearingFindingOutcome', description: 'TAKEN_UP and NOT_TAKEN_UP by the judge, of a recommendation. SERVICE_BEGUN and NO_SERVICE, of a finding.' });

@ObjectType('ReviewHearingType', { description: 'A hearing at which cases are reviewed in this county.' })
export class ReviewHearingTypeView {
  @Field(() => String, { description: 'The county’s own, like PERMANENCY_PLANNING.' })
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ReviewHearingKind)
  kind!: `${ReviewHearingKind}`;
}

@ObjectType('HearingTask')
export class HearingTaskView {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'In English.' })
  text!: string;

  @Field(() => Boolean)
  done!: boolean;

  /** For `wording`, which says it in a language. */
  words!: ReadableWords;
}

@ObjectType('HearingFinding', { description: 'For the parent and the staff of the case; for the caregivers where it was recorded for them too.' })
export class HearingFindingView {
  @Field(() => UUID)
  id!: Id<'HearingFinding'>;

  @Field(() => HearingFindingKind)
  kind!: `${HearingFindingKind}`;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean)
  forCaregivers!: boolean;

  @Field(() => Instant)
  recordedAt!: Temporal.Instant;

  @Field(() => HearingFindingOutcome, { nullable: true, description: 'Empty while nothing has come of it.' })
  outcome!: `${HearingFindingOutcome}` | null;

  @Field(() => String, { nullable: true })
  outcomeNote!: string | null;

  static from({ id, kind, text, forCaregivers, recordedAt, outcome = null, outcomeNote = null }: Row<HearingFinding>): HearingFindingView {
    return Object.assign(new HearingFindingView(), { id, kind, text, forCaregivers, recordedAt, outcome, outcomeNote });
  }
}

/** What goes with a hearing, for the one who reads it. */
export interface HearingParts {
  readonly tasks: readonly HearingTask[];
  /** In which languages they are read. */
  readonly readable: ReadonlySet<GuideLanguage>;
  readonly done: readonly string[];
  readonly statement: Row<SharedStatement> | undefined;
  readonly findings: readonly Row<HearingFinding>[];
  /** Whether the one who reads it is to be there. */
  readonly isExpected: boolean;
}

@ObjectType('ReviewHearing', { description: 'A review of the case by the court or a Citizen Review Board. For the parent, the caregivers, and the staff and the CASA of the case.' })
export class ReviewHearingView {
  @Field(() => UUID)
  id!: Id<'ReviewHearing'>;

  @Field(() => ReviewHearingKind)
  kind!: `${ReviewHearingKind}`;

  @Field(() => String, { nullable: true, description: 'Which of the county’s hearings it is, by its key; empty where nobody has said so.' })
  type!: string | null;

  @Field(() => String, { nullable: true, description: 'What the county called it when it was planned.' })
  typeName!: string | null;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, { description: 'How long it takes, in minutes, as far as that is known.' })
  minutes!: number;

  @Field(() => Instant, movedAtField)
  movedAt!: Temporal.Instant | null;

  @Field(() => MoveReason, moveReasonField)
  moveReason!: `${MoveReason}` | null;

  @Field(() => String)
  place!: string;

  @Field(() => ReviewHearingStatus)
  status!: `${ReviewHearingStatus}`;

  @Field(() => Instant, { nullable: true })
  heldAt!: Temporal.Instant | null;

  @Field(() => [HearingTaskView], { description: 'Your own list, which nobody else sees; empty for whoever has none.' })
  myPreparation!: readonly HearingTaskView[];

  @Field(() => SharedStatementView, { nullable: true, description: 'What both families say to it in the same words.' })
  jointStatement!: SharedStatementView | null;

  @Field(() => [HearingFindingView], { description: 'Oldest first.' })
  findings!: readonly HearingFindingView[];

  /** Whether the one who reads it is to be there. */
  isExpected!: boolean;

  /** Counts the hearing's changes, for the files that tell of it. */
  version!: number;

  static from({ id, kind, typeKey: type = null, typeName = null, scheduledFor, minutes, place, status, heldAt = null, movedAt = null, moveReason = null, version }: Row<ReviewHearing>, { tasks, readable, done, statement, findings, isExpected }: HearingParts): ReviewHearingView {
    return Object.assign(new ReviewHearingView(), {
      ...{ id, kind, type, typeName, scheduledFor, minutes, place, status, heldAt, movedAt, moveReason, isExpected, version },
      myPreparation: tasks.map((task) => Object.assign(new HearingTaskView(), { key: task.key, text: task.en, done: done.includes(task.key), words: new ReadableWords(task, readable) })),
      jointStatement: statement ? SharedStatementView.from(statement) : null,
      findings: findings.map(HearingFindingView.from),
    });
  }
}
