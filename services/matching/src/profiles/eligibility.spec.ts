import { Temporal } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import { isTrained, lackingExperience, type MentorFacts } from './eligibility.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-06-30');
const conditions = { allyCaseClosedMonths: 12, kinMayMentor: true };
const ally = (closedOn: string | null): MentorFacts => ({ mentorRole: 'PARENT_ALLY', ownCaseClosedOn: closedOn ? day(closedOn) : null, fosterExperience: null, workedWithParents: null });
const carer = (fosterExperience: MentorFacts['fosterExperience'], workedWithParents: boolean | null = true): MentorFacts => ({ mentorRole: 'CAREGIVER_MENTOR', ownCaseClosedOn: null, fosterExperience, workedWithParents });

describe('lackingExperience', () => {
  it.each([
    ['2025-06-30', null],
    ['2025-07-01', 'OWN_CASE_NOT_CLOSED'],
    [null, 'OWN_CASE_NOT_CLOSED'],
  ])("R18 asks a Parent Ally for a case of their own that is closed long enough: %s", (closedOn, lacking) => {
    expect(lackingExperience(ally(closedOn), conditions, today)).toBe(lacking);
  });

  it("R18 counts by the county's own months, and never a day to come", () => {
    expect(lackingExperience(ally('2026-06-30'), { ...conditions, allyCaseClosedMonths: 0 }, today)).toBeNull();
    expect(lackingExperience(ally('2026-07-01'), { ...conditions, allyCaseClosedMonths: 0 }, today)).toBe('OWN_CASE_NOT_CLOSED');
  });

  it.each([
    ['CURRENT', true, null],
    ['FORMER', true, null],
    ['KIN', true, null],
    ['CURRENT', false, 'NO_FOSTER_EXPERIENCE'],
    ['FORMER', null, 'NO_FOSTER_EXPERIENCE'],
    [null, true, 'NO_FOSTER_EXPERIENCE'],
  ] as const)('R19 asks a Caregiver Mentor for fostering and for work with parents: %s, %s', (experience, worked, lacking) => {
    expect(lackingExperience(carer(experience, worked), conditions, today)).toBe(lacking);
  });

  it('R19 lets the county decide about kin', () => {
    expect(lackingExperience(carer('KIN'), { ...conditions, kinMayMentor: false }, today)).toBe('KIN_MAY_NOT_MENTOR');
    expect(lackingExperience(carer('FORMER'), { ...conditions, kinMayMentor: false }, today)).toBeNull();
  });
});

describe('isTrained', () => {
  it('counts from the day of the training', () => {
    expect([null, day('2026-07-01'), today, day('2020-01-01')].map((trainedOn) => isTrained(trainedOn, today))).toEqual([false, false, true, true]);
  });
});
