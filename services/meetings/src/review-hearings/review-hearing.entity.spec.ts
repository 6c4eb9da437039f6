import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { HearingFinding } from './hearing-finding.entity.ts';
import { ReviewHearing } from './review-hearing.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({ citizenReviewBoard: true }) } as County; // the rest of a county says nothing about hearings
const connectionId = newId<'FamilyConnection'>();
const kinds = fc.constantFrom('COURT' as const, 'CITIZEN_REVIEW_BOARD' as const);

/** A statement of these families or of others, with both approvals or one. */
function statementOf(theirs: boolean, approved: boolean): SharedStatement {
  const statement = SharedStatement.write(theirs ? connectionId : newId(), 'We both wish for longer visits.', { person: newId(), side: 'PARENT' }, now);
  if (approved) statement.approve(1, 'HOUSEHOLD', now);
  return statement;
}

describe('a review of the case', () => {
  it('S51 R61 is held or cancelled once, takes one approved statement before, and findings afterwards alone, whatever is done in whatever order', () => {
    const commands = fc.oneof(
      fc.record({ do: fc.constantFrom('cancel' as const, 'tick' as const, 'move' as const) }),
      fc.record({ do: fc.constant('hold' as const), hours: fc.constantFrom(-1, 1) }),
      fc.record({ do: fc.constant('bring' as const), theirs: fc.boolean(), approved: fc.boolean() }),
      fc.record({ do: fc.constant('find' as const), kind: fc.constantFrom('FINDING' as const, 'RECOMMENDATION' as const) }),
    );
    fc.assert(
      fc.property(kinds, fc.array(commands, { maxLength: 8 }), (kind, all) => {
        const hearing = ReviewHearing.planned({ connectionId, kind, scheduledFor: now.add({ hours: 1 }), place: 'Room 3' }, { county, by: newId(), now });
        for (const command of all) {
          const { status, statementId } = hearing;
          const over = { PLANNED: null, HELD: 'MEETINGS.HEARING_HELD', CANCELLED: 'MEETINGS.HEARING_CANCELLED' }[status];
          if (command.do === 'find') {
            const refused = status !== 'HELD' ? 'MEETINGS.HEARING_NOT_HELD' : command.kind === 'RECOMMENDATION' && kind === 'COURT' ? 'MEETINGS.COURT_DECIDES' : null;
            expect(codeOf(() => HearingFinding.of(hearing, { kind: command.kind, text: 'All goes well.', forCaregivers: true }, newId(), now))).toBe(refused);
          } else if (command.do === 'bring') {
            const refused = over ?? (!command.theirs ? 'MEETINGS.STATEMENT_OF_OTHERS' : statementId ? 'MEETINGS.STATEMENT_BROUGHT' : command.approved ? null : 'MEETINGS.NOT_APPROVED');
            expect(codeOf(() => hearing.bring(statementOf(command.theirs, command.approved), now))).toBe(refused);
            expect(hearing.statementId != null).toBe(statementId != null || !refused);
          } else if (command.do === 'move') {
            expect(codeOf(() => hearing.move({ scheduledFor: now.add({ hours: 48 }), minutes: 90 }, 'DECIDED_BY_COURT', now))).toBe(over);
            expect([hearing.status, hearing.statementId]).toEqual([status, statementId]);
          } else if (command.do === 'tick') expect(codeOf(() => hearing.requirePlanned())).toBe(over);
          else {
            const hours = command.do === 'hold' ? command.hours : 0;
            const refused = over ?? (hours > 0 ? 'DATE_IN_FUTURE' : hours < 0 ? 'DATE_TOO_EARLY' : null);
            expect(codeOf(() => (command.do === 'hold' ? hearing.hold(now.add({ hours }), { from: now, now }) : hearing.cancel()))).toBe(refused);
            expect(hearing.status).toBe(refused ? status : command.do === 'hold' ? 'HELD' : 'CANCELLED');
          }
        }
      }),
    );
  });

  it('S51 R61 has of a recommendation what the judge made of it, and of a finding whether it brought a service, and nothing else', () => {
    const fitting = { RECOMMENDATION: ['TAKEN_UP', 'NOT_TAKEN_UP'], FINDING: ['SERVICE_BEGUN', 'NO_SERVICE'] } as const;
    fc.assert(
      fc.property(fc.constantFrom('FINDING' as const, 'RECOMMENDATION' as const), fc.array(fc.constantFrom('TAKEN_UP' as const, 'NOT_TAKEN_UP' as const, 'SERVICE_BEGUN' as const, 'NO_SERVICE' as const), { maxLength: 5 }), (kind, outcomes) => {
        const hearing = ReviewHearing.planned({ connectionId, kind: 'CITIZEN_REVIEW_BOARD', scheduledFor: now.add({ hours: 1 }), place: 'Room 3' }, { county, by: newId(), now });
        hearing.hold(now, { from: now, now });
        const finding = HearingFinding.of(hearing, { kind, text: 'All goes well.', forCaregivers: true }, newId(), now);
        let last: string | null = null;
        for (const outcome of outcomes) {
          const fits = (fitting[kind] as readonly string[]).includes(outcome);
          expect(codeOf(() => finding.cameTo(outcome, null, now))).toBe(fits ? null : 'MEETINGS.OUTCOME_DOES_NOT_FIT');
          if (fits) last = outcome;
          expect(finding.outcome ?? null).toBe(last);
        }
      }),
    );
  });
});
