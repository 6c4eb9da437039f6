import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { CommunicationPlan } from '../communication-plan/communication-plan.entity.ts';
import { RelationshipAgreement } from './relationship-agreement.entity.ts';
import { SharedStatement } from './shared-statement.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({}) } as County; // the rest of a county says nothing about agreements
const sides = fc.constantFrom('PARENT' as const, 'HOUSEHOLD' as const);

describe('what one family proposes', () => {
  it('S28 R30 is agreed once, by the other family alone, and looked at again within a year, whatever is done in whatever order', () => {
    const commands = fc.oneof(fc.record({ do: fc.constant('agree' as const), side: sides }), fc.record({ do: fc.constant('keep' as const), days: fc.integer({ min: -3, max: 370 }) }));
    fc.assert(
      fc.property(sides, fc.array(commands, { maxLength: 6 }), (proposedSide, all) => {
        const agreement = RelationshipAgreement.propose({ connectionId: newId(), revision: 1, proposedBy: newId(), proposedSide }, { points: ['A photo each Friday.'] }, county, now);
        for (const command of all) {
          const { agreedAt, reviewOn } = agreement;
          if (command.do === 'agree') {
            const refused = agreedAt ? 'MEETINGS.ALREADY_AGREED' : command.side === proposedSide ? 'MEETINGS.OWN_PROPOSAL' : null;
            expect(codeOf(() => agreement.agree(newId(), command.side, { county, at: now }))).toBe(refused);
            expect(agreement.agreedAt != null).toBe(agreedAt != null || !refused);
            continue;
          }
          const day = now.toZonedDateTimeISO(county.timeZone).toPlainDate().add({ days: command.days });
          const refused = command.days < 1 || command.days > 365 ? 'MEETINGS.REVIEW_DAY' : null;
          expect(codeOf(() => agreement.keepUntil(day, county, now))).toBe(refused);
          expect(agreement.reviewOn.toString()).toBe((refused ? reviewOn : day).toString());
        }
      }),
    );
  });

  it('R06 S28 is looked at again after the usual time where the day that was proposed is over when the other family agrees', () => {
    const today = now.toZonedDateTimeISO(county.timeZone).toPlainDate();
    const agreedAfter = (days: number): string => {
      const agreement = RelationshipAgreement.propose({ connectionId: newId(), revision: 1, proposedBy: newId(), proposedSide: 'PARENT' }, { points: ['A photo each Friday.'], reviewOn: today.add({ days: 3 }) }, county, now);
      agreement.agree(newId(), 'HOUSEHOLD', { county, at: now.add({ hours: 24 * days }) });
      return agreement.reviewOn.toString();
    };
    expect([0, 2, 3, 10].map(agreedAfter)).toEqual([3, 3, 3 + county.settings.agreementReviewDays, 10 + county.settings.agreementReviewDays].map((days) => today.add({ days }).toString()));
  });

  it('S38 as a plan for staying in touch is agreed once, by the other family alone; what their meeting made is agreed there', () => {
    const terms = { what: 'School', how: 'A message', howOften: 'Daily', channels: [] };
    fc.assert(
      fc.property(fc.option(sides), fc.array(sides, { maxLength: 4 }), (proposedSide, all) => {
        const plan = proposedSide
          ? CommunicationPlan.propose({ connectionId: newId(), revision: 2, proposedBy: newId(), proposedSide }, terms)
          : CommunicationPlan.draft({ connectionId: newId(), meetingId: newId(), revision: 1 }, terms);
        for (const side of all) {
          const before = plan.agreedAt;
          const refused = before ? 'MEETINGS.ALREADY_AGREED' : !proposedSide ? 'MEETINGS.NO_PLAN_YET' : side === proposedSide ? 'MEETINGS.OWN_PROPOSAL' : null;
          expect(codeOf(() => plan.agreeFrom(side, now))).toBe(refused);
          expect(plan.agreedAt != null).toBe(before != null || !refused);
        }
      }),
    );
  });
});

describe('what both families say', () => {
  it('S49 goes out once, in the newest wording and only with both approvals of it, whatever is done in whatever order', () => {
    const commands = fc.oneof(
      fc.record({ do: fc.constantFrom('approve' as const, 'rewrite' as const), side: sides, behind: fc.boolean() }),
      fc.record({ do: fc.constant('send' as const) }),
    );
    fc.assert(
      fc.property(sides, fc.array(commands, { maxLength: 10 }), (writer, all) => {
        const statement = SharedStatement.write(newId(), 'We both wish for longer visits.', { person: newId(), side: writer }, now);
        let approved = new Set([writer]);
        for (const command of all) {
          const { sentAt, wording } = statement;
          if (command.do === 'send') {
            const refused = sentAt ? 'MEETINGS.ALREADY_SENT' : approved.size < 2 ? 'MEETINGS.NOT_APPROVED' : null;
            expect(codeOf(() => statement.send([newId()], now))).toBe(refused);
            expect(statement.sentAt != null).toBe(sentAt != null || !refused);
            continue;
          }
          const read = command.behind ? wording - 1 : wording;
          const refused = sentAt ? 'MEETINGS.ALREADY_SENT' : command.behind ? 'CHANGED_MEANWHILE' : null;
          const by = { person: newId<'Person'>(), side: command.side };
          expect(codeOf(() => (command.do === 'approve' ? statement.approve(read, command.side, now) : statement.rewrite('Other words.', read, by, now)))).toBe(refused);
          if (!refused) approved = command.do === 'rewrite' ? new Set([command.side]) : approved.add(command.side);
          expect(statement.wording).toBe(!refused && command.do === 'rewrite' ? wording + 1 : wording);
          expect([statement.parentApprovedAt != null, statement.householdApprovedAt != null]).toEqual([approved.has('PARENT'), approved.has('HOUSEHOLD')]);
        }
      }),
    );
  });
});
