import { describe, expect, it } from '@jest/globals';
import { agreementReviewWindow, comfortCallWindow, connectionsMeetingWindow, familyDecisionWindow, followUpWindow, icebreakerWindow, preparationWindow, relativeNoticeWindow, returnHomeWindow, Temporal, transitionWindow, type ClockStart, type ComfortCallClock, type Precision } from './index.ts';

const zone = 'America/Los_Angeles';
const local = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const at = (text: string, precision: Precision = 'MINUTE'): ClockStart => ({ at: local(text), precision });

describe('the window of a comfort call', () => {
  const removedAt = at('2026-06-01T08:00');
  const placedAt = at('2026-06-01T20:00');
  const first: ComfortCallClock = { removedAt, placedAt, firstPlacementOfEpisode: true, clock: 'PLACEMENT', zone };

  it('closes 24 hours after the placement', () => {
    expect(comfortCallWindow(first)).toEqual({
      opens: placedAt.at,
      closes: local('2026-06-02T20:00'),
      rule: 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT',
      startedBy: 'PLACEMENT',
      start: placedAt.at,
    });
  });

  it('closes 24 hours after the removal where the county starts the clock there', () => {
    expect(comfortCallWindow({ ...first, clock: 'REMOVAL' })).toEqual({
      opens: removedAt.at,
      closes: local('2026-06-02T08:00'),
      rule: 'COMFORT_CALL_24_HOURS_FROM_REMOVAL',
      startedBy: 'REMOVAL',
      start: removedAt.at,
    });
  });

  it('starts a later placement of the episode with its own clock', () => {
    expect(comfortCallWindow({ ...first, clock: 'REMOVAL', firstPlacementOfEpisode: false })).toMatchObject({ startedBy: 'PLACEMENT', start: placedAt.at });
  });

  it('starts with the placement where no removal is recorded', () => {
    const { removedAt: _, ...unrecorded } = first;
    expect(comfortCallWindow({ ...unrecorded, clock: 'REMOVAL' })).toMatchObject({ startedBy: 'PLACEMENT', closes: local('2026-06-02T20:00') });
  });

  it('gives the whole next day to a placement known only to the date', () => {
    const window = comfortCallWindow({ ...first, placedAt: at('2026-06-01T12:00', 'DATE') });
    expect(window).toMatchObject({ start: local('2026-06-01T12:00'), opens: local('2026-06-02T00:00'), closes: local('2026-06-03T00:00') });
  });
});

describe('the window of an icebreaker', () => {
  const placedAt = at('2026-03-05T23:30');

  it('is days 3 to 5 after the placement in the time of the county, over the change of the clock', () => {
    expect(icebreakerWindow({ placedAt, zone, days: 'CALENDAR' })).toEqual({
      opens: local('2026-03-08T00:00'),
      closes: local('2026-03-11T00:00'),
      rule: 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_PLACEMENT',
      startedBy: 'PLACEMENT',
      start: placedAt.at,
    });
  });

  it('counts business days with the holidays of a county that chooses so', () => {
    expect(icebreakerWindow({ placedAt, zone, days: 'BUSINESS', holidays: [Temporal.PlainDate.from('2026-03-10')] })).toMatchObject({
      opens: local('2026-03-11T00:00'),
      closes: local('2026-03-14T00:00'),
      rule: 'ICEBREAKER_3_TO_5_BUSINESS_DAYS_FROM_PLACEMENT',
    });
  });
});

describe('the window of a return home', () => {
  it('R03 is days 3 to 5 after the child left care, in the time of the county and as it counts days, over the change of the clock', () => {
    const returnedAt = Temporal.Instant.from('2026-03-06T18:00:00Z'); // a Friday; the clocks go forward on the Sunday
    const calendar = returnHomeWindow({ returnedAt, zone: 'America/Los_Angeles', days: 'CALENDAR' });
    expect([calendar.opens.toString(), calendar.closes.toString(), calendar.rule]).toEqual(['2026-03-09T07:00:00Z', '2026-03-12T07:00:00Z', 'ICEBREAKER_3_TO_5_CALENDAR_DAYS_FROM_RETURN_HOME']);
    const business = returnHomeWindow({ returnedAt, zone: 'America/Los_Angeles', days: 'BUSINESS', holidays: [Temporal.PlainDate.from('2026-03-10')] });
    expect([business.opens.toString(), business.closes.toString(), business.startedBy]).toEqual(['2026-03-12T07:00:00Z', '2026-03-17T07:00:00Z', 'RETURN_HOME']);
  });
});

describe('the window of the notice to relatives', () => {
  it('R65 opens on the day of the removal and closes at the end of day 30, in the time of the county, over the change of the clock', () => {
    const removedAt = at('2026-02-20T23:30');
    expect(relativeNoticeWindow({ removedAt, zone })).toEqual({
      opens: local('2026-02-20T00:00'),
      closes: local('2026-03-23T00:00'),
      rule: 'RELATIVE_NOTICE_30_DAYS_FROM_REMOVAL',
      startedBy: 'REMOVAL',
      start: removedAt.at,
    });
  });
});

describe('the windows that a match and a talk start', () => {
  const from = local('2026-10-25T15:00');

  it('R83 close at the end of the last local day of a preparation and of a Connections Meeting, over the change of the clock', () => {
    expect(preparationWindow({ from, days: 7, zone })).toEqual({ opens: local('2026-10-25T00:00'), closes: local('2026-11-02T00:00'), rule: 'PREPARATION_7_DAYS_FROM_MATCH', startedBy: 'MATCH', start: from });
    expect(connectionsMeetingWindow({ from, days: 14, zone })).toMatchObject({ closes: local('2026-11-09T00:00'), rule: 'CONNECTIONS_MEETING_14_DAYS_FROM_SECOND_MATCH' });
  });

  it('R09 makes a talk due in the last days before the county’s cadence runs out, and at once where that is short', () => {
    expect(followUpWindow({ from, days: 14, zone })).toMatchObject({ opens: local('2026-11-05T00:00'), closes: local('2026-11-09T00:00'), rule: 'FOLLOW_UP_EVERY_14_DAYS', startedBy: 'TALK' });
    expect(followUpWindow({ from, days: 2, zone })).toMatchObject({ opens: local('2026-10-25T00:00'), closes: local('2026-10-28T00:00') });
  });
});

describe('the window of the review of an agreement', () => {
  it('R06 is the chosen day and the week after it, in the time of the county, over the change of the clock', () => {
    const agreedAt = local('2026-09-01T10:00');
    expect(agreementReviewWindow({ agreedAt, on: Temporal.PlainDate.from('2026-10-30'), zone })).toEqual({
      ...{ opens: local('2026-10-30T00:00'), closes: local('2026-11-06T00:00'), rule: 'AGREEMENT_REVIEW_ON_A_CHOSEN_DAY', startedBy: 'AGREEMENT', start: agreedAt },
    });
  });
});

describe('the window of what a family meeting decided', () => {
  it('S50 opens with the meeting and closes with the day that it set, in the time of the county, over the change of the clock', () => {
    const decidedAt = local('2026-10-30T10:00');
    expect(familyDecisionWindow({ decidedAt, dueOn: Temporal.PlainDate.from('2026-11-01'), zone })).toEqual({
      ...{ opens: decidedAt, closes: local('2026-11-02T00:00'), rule: 'FAMILY_DECISION_BY_A_CHOSEN_DAY', startedBy: 'FAMILY_MEETING', start: decidedAt },
    });
    expect(familyDecisionWindow({ decidedAt, dueOn: Temporal.PlainDate.from('2026-10-30'), zone }).closes).toEqual(local('2026-10-31T00:00'));
  });
});

describe('the window in which a child is prepared for going', () => {
  it('R62 is the two weeks before, in the time of the county, over the change of the clock', () => {
    const at = local('2026-11-07T00:00');
    expect(transitionWindow({ at, startedBy: 'PLANNED_DAY', zone })).toEqual({
      ...{ opens: local('2026-10-24T00:00'), closes: at, rule: 'PREPARED_BEFORE_THE_CHILD_GOES', startedBy: 'PLANNED_DAY', start: at },
    });
  });
});
