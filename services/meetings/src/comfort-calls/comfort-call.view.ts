import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NOT_POSSIBLE } from '../contact/not-possible.ts';
import { CallScriptLineView } from '../guide/call-script.view.ts';
import { MeetingWindowView } from '../windows/due-window.view.ts';
import type { CallBuyIn } from './call-buy-in.entity.ts';
import { CallOutcome, type ComfortCallAttempt } from './comfort-call-attempt.entity.ts';
import { callParties, CallParty, ComfortCallStatus, type ComfortCall } from './comfort-call.entity.ts';

registerEnumType(ComfortCallStatus, { name: 'ComfortCallStatus', description: 'CLOSED: the child no longer lives there. SUSPENDED: not possible at present.' });
registerEnumType(CallOutcome, { name: 'CallOutcome' });
registerEnumType(CallParty, { name: 'CallParty', description: 'Whose agreement the comfort call needs.' });

@ObjectType('ComfortCallAttempt')
export class ComfortCallAttemptView {
  @Field(() => UUID)
  id!: Id<'ComfortCallAttempt'>;

  @Field(() => CallOutcome)
  outcome!: `${CallOutcome}`;

  @Field(() => Boolean, { description: 'The parent agreed to be called again.' })
  mayCallAgain!: boolean;

  @Field(() => Instant)
  at!: Temporal.Instant;

  static from({ id, outcome, mayCallAgain, at }: Row<ComfortCallAttempt>): ComfortCallAttemptView {
    return Object.assign(new ComfortCallAttemptView(), { id, outcome, mayCallAgain, at });
  }
}

@ObjectType('ComfortCall', { description: 'The first call of a caregiver and a parent after a placement. For whoever is on the family connection.' })
export class ComfortCallView {
  @Field(() => UUID)
  id!: Id<'ComfortCall'>;

  @Field(() => UUID)
  placementId!: Id<'Placement'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => ComfortCallStatus)
  status!: `${ComfortCallStatus}`;

  @Field(() => String, { nullable: true, description: 'What there is to say about a call that is suspended.' })
  notice!: string | null;

  @Field(() => MeetingWindowView)
  window!: MeetingWindowView;

  @Field(() => Instant, { description: 'When the child was placed there, as recorded. Kept beside the removal, whichever of the two starts the clock.' })
  placedAt!: Temporal.Instant;

  @Field(() => Instant, { description: 'When the child was removed from home, as recorded.' })
  removedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true })
  heldAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'When the two were last connected through the program’s own number; empty once somebody has said how that call went.' })
  bridgedAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'When they could not be connected through the program’s own number, and no phone rang; empty once a later call was. Nothing says why: try again, or ask the caseworker.' })
  notConnectedAt!: Temporal.Instant | null;

  @Field(() => [CallParty], { description: 'Who has still to agree before the first attempt.' })
  missingBuyIns!: readonly CallParty[];

  @Field(() => [CallScriptLineView], { description: 'In English.', deprecationReason: 'Since 2026-11-22 `callGuide` has it in the language of the reader.' })
  script!: readonly CallScriptLineView[];

  @Field(() => [ComfortCallAttemptView], { description: 'Oldest first.' })
  attempts!: readonly ComfortCallAttemptView[];

  static from(call: Row<ComfortCall>, buyIns: readonly Row<CallBuyIn>[], attempts: readonly Row<ComfortCallAttempt>[], now: Temporal.Instant): ComfortCallView {
    const { id, placementId, childId, status, placedAt, removedAt, heldAt = null, bridgedAt = null, notConnectedAt = null } = call;
    return Object.assign(new ComfortCallView(), {
      ...{ id, placementId, childId, status, placedAt, removedAt, heldAt, bridgedAt, notConnectedAt },
      notice: status === 'SUSPENDED' ? NOT_POSSIBLE : null,
      window: MeetingWindowView.from(call, { now, doneAt: heldAt, due: status === 'OPEN' || status === 'HELD' }),
      missingBuyIns: callParties.filter((party) => !buyIns.some((buyIn) => buyIn.by === party)),
      script: CallScriptLineView.allIn('en'),
      attempts: attempts.map(ComfortCallAttemptView.from),
    });
  }
}
