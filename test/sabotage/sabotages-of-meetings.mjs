/** What would go wrong in meetings. @type {readonly import('./sabotages.mjs').Sabotage[]} */
export const ofMeetings = [
  {
    name: 'a calendar goes on under a link that was revoked',
    edits: [{ file: 'services/meetings/src/calendar/read-calendar-feed.query.ts', search: ' and feed.revoked_at is null', replace: '' }],
    suite: 'test/attack/calendar-feeds.spec.ts',
    red: 'is answered alike when it opens nothing',
  },
  {
    name: 'the address of a home stands in calendars',
    edits: [{ file: 'services/meetings/src/introductory-meetings/place-outside.ts', search: "['COMMUNITY', 'HOSPITAL', 'VIRTUAL']", replace: "['COMMUNITY', 'HOSPITAL', 'VIRTUAL', 'CAREGIVER_HOME']" }],
    suite: 'services/meetings/src/calendar/write-calendar.spec.ts',
    red: 'says nothing of foster care, of a family, or of a home',
    quick: true,
  },
  {
    name: 'a moved meeting is a second event in a calendar',
    edits: [{ file: 'services/meetings/src/calendar/calendar-entry.ts', search: '{ uid, sequence: version - 1,', replace: '{ uid: `${uid}-${version}`, sequence: version - 1,' }],
    suite: 'services/meetings/src/calendar/write-calendar.spec.ts',
    red: 'updates one event when the meeting is moved',
  },
  {
    name: 'a caregiver rings a parent again and again',
    edits: [{ file: 'services/meetings/src/comfort-calls/comfort-call.entity.ts', search: '    if (this.bridgedAt) throw outcomeNeeded();\n', replace: '' }],
    suite: 'test/journeys/bridged-call.spec.ts',
    red: 'is made again only after somebody has said how the last one went',
  },
  {
    name: 'a joint statement goes out before both families have approved it',
    edits: [{ file: 'services/meetings/src/agreements/shared-statement.entity.ts', search: '    if (!this.parentApprovedAt || !this.householdApprovedAt) throw notApproved();\n', replace: '' }],
    suite: 'services/meetings/test/review-hearings.int-spec.ts',
    red: 'hears a joint statement once parent and caregiver have both approved its words',
  },
  {
    name: 'a child goes home without a word about contact afterwards',
    edits: [{ file: 'services/meetings/src/transition-plans/transition-plan.entity.ts', search: '    if (!this.contactTalkAt) throw contactAfterOpen();\n', replace: '' }],
    suite: 'services/meetings/test/transition-plans.int-spec.ts',
    red: 'cannot be called ready before the child is prepared and contact afterwards was talked about',
  },
  {
    name: 'a family meeting stays planned although the ledger forbids it',
    edits: [{ file: 'services/meetings/src/contact/planned-meetings.ts', search: '(await change.forbids(meeting.contact())) && meeting.suspend()', replace: '(await change.forbids(meeting.contact())) && false' }],
    suite: 'services/meetings/test/family-meetings.int-spec.ts',
    red: 'has relatives in it by name as far as the ledger permits',
  },
  {
    name: 'one device writes over the draft of another',
    edits: [{ file: 'services/meetings/src/drafts/draft.entity.ts', search: '    if (revision !== this.revision) throw savedElsewhere();\n', replace: '' }],
    suite: 'services/meetings/test/drafts.int-spec.ts',
    red: 'is kept for its writer alone, resumed from another device',
  },
  {
    name: 'two families agree on calls that the ledger forbids',
    edits: [{ file: 'services/meetings/src/communication-plan/plan-bounds.ts', search: '  for (const channel of terms.channels) await requireContact(tx, connection.contact(channel, at));\n', replace: '' }],
    suite: 'services/meetings/test/communication-plan.int-spec.ts',
    red: 'says what the families tell each other',
  },
  {
    name: 'a caregiver goes on reading how the case plan goes once messages are prohibited',
    edits: [{ file: 'services/meetings/src/progress-sharing/progress-shares.query.ts', search: "held.includes(Role.CAREGIVER) && (await mayHearProgress(reader, connection, this.clock.now()))", replace: 'held.includes(Role.CAREGIVER)' }],
    suite: 'services/meetings/test/progress-sharing.int-spec.ts',
    red: 'is read by the caregivers only while messages are permitted',
  },
];
