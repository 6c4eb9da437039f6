import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { TransitionPlan } from './transition-plan.entity.ts';
import { alwaysNeeded, TransitionStepKey } from './transition-step.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const today = Temporal.PlainDate.from('2026-03-10');

const commands = fc.oneof(
  fc.record({ do: fc.constant('settle' as const), step: fc.constantFrom(...Object.values(TransitionStepKey)), as: fc.constantFrom('DONE' as const, 'NOT_NEEDED' as const) }),
  fc.record({ do: fc.constant('talk' as const) }),
  fc.record({ do: fc.constant('callReady' as const) }),
  fc.record({ do: fc.constant('end' as const), as: fc.constantFrom('DONE' as const, 'GIVEN_UP' as const) }),
);
type Command = typeof commands extends fc.Arbitrary<infer Value> ? Value : never;

function run(plan: TransitionPlan, command: Command): void {
  if (command.do === 'settle') plan.settle(command.step, command.as);
  else if (command.do === 'talk') plan.talkedAboutContactAfter({ talkedAt: now, how: 'SEPARATELY', text: 'A call each Sunday.' }, { from: now, now });
  else if (command.do === 'callReady') plan.callReady(now);
  else plan.end(command.as, now);
}

/** The code of the refusal, null where it is to be done, by what is known of the plan before. */
function expected({ status, contactTalkAt, open }: { status: TransitionPlan['status']; contactTalkAt: unknown; open: readonly string[] }, command: Command): string | null {
  if (status === 'DONE' || status === 'GIVEN_UP') return 'MEETINGS.TRANSITION_OVER';
  if (command.do === 'settle') return command.as === 'NOT_NEEDED' && alwaysNeeded.includes(command.step) ? 'MEETINGS.CHILD_TAKES_PART' : null;
  if (command.do === 'callReady') return open.length > 0 ? 'MEETINGS.CHILD_NOT_PREPARED' : contactTalkAt ? null : 'MEETINGS.CONTACT_AFTER_OPEN';
  return command.do === 'end' && command.as === 'DONE' && status !== 'READY' ? 'MEETINGS.NOT_READY' : null;
}

describe('a transition plan, whatever is done with it in whatever order', () => {
  it('R62 is ready only with a prepared child and a talk about contact afterwards, and refuses the rest with its code', () => {
    const settled = Object.values(TransitionStepKey).map((step) => ({ do: 'settle' as const, step, as: 'DONE' as const }));
    fc.assert(
      fc.property(fc.boolean(), fc.array(commands, { maxLength: 12 }), (prepared, more) => {
        const plan = TransitionPlan.begin({ connectionId: newId(), childId: newId(), goal: 'RETURN_HOME', plannedFor: null }, today);
        for (const command of [...(prepared ? settled : []), ...more]) {
          const before = { status: plan.status, contactTalkAt: plan.contactTalkAt, open: plan.openSteps() };
          expect(codeOf(() => run(plan, command))).toBe(expected(before, command));
          if (plan.status !== 'READY' && plan.status !== 'DONE') continue;
          expect([plan.openSteps(), plan.contactTalkAt, plan.readyAt]).toEqual([[], now, now]);
          expect(plan.stepsDone).toEqual(expect.arrayContaining([...alwaysNeeded]));
        }
      }),
    );
  });

  it('S52 is for a day that is not over, with talks between the placement and now', () => {
    const begun = (plannedFor: Temporal.PlainDate | null): TransitionPlan => TransitionPlan.begin({ connectionId: newId(), childId: newId(), goal: 'RETURN_HOME', plannedFor }, today);
    expect([today.subtract({ days: 1 }), today, null].map((day) => codeOf(() => begun(day)))).toEqual(['DATE_IN_PAST', null, null]);
    const talked = (hours: number): string | null => codeOf(() => begun(null).talkedAboutContactAfter({ talkedAt: now.add({ hours }), how: 'TOGETHER', text: 'A call each Sunday.' }, { from: now.subtract({ hours: 24 }), now }));
    expect([-25, -24, 0, 1].map(talked)).toEqual(['DATE_TOO_EARLY', null, null, 'DATE_IN_FUTURE']);
  });
});
