/** What would go wrong in matching, and in what it goes by. @type {readonly import('./sabotages.mjs').Sabotage[]} */
export const ofMatching = [
  {
    name: 'family of the child is a stranger to matching',
    edits: [{ file: 'services/matching/src/runs/close-people.ts', search: 'join child_kin kin using (child_id)', replace: 'join child_kin kin using (child_id) where false' }],
    suite: 'services/matching/test/conflicts.int-spec.ts',
    red: 'is never proposed on the child’s case',
  },
  {
    name: 'a newcomer takes the place of whoever stands',
    edits: [{ file: 'services/matching/src/engine/propose-arrival.ts', search: 'best.every((mentor) => mentor !== null) ? best : null', replace: 'best' }],
    suite: 'services/matching/src/engine/propose-arrival.spec.ts',
    red: 'takes nobody’s place',
  },
  {
    name: 'exceptions of hours are passed over',
    edits: [{ file: 'services/matching/src/profiles/free-times.ts', search: 'isAway(availability, day, days) || isTakenUp(availability, day, days, zone)', replace: 'isAway(availability, day, days)' }],
    suite: 'services/matching/test/profiles.int-spec.ts',
    red: 'is proposed to nobody while exceptions take all their hours',
  },
  {
    name: 'what mentors and families say lies in the open',
    edits: [
      { file: 'services/matching/src/own-words/sealed-json.ts', search: 'key.seal(place, JSON.stringify(said))', replace: 'JSON.stringify(said)' },
      { file: 'services/matching/src/own-words/sealed-json.ts', search: 'JSON.parse(key.open(place, sealed))', replace: 'JSON.parse(sealed)' },
    ],
    suite: 'services/matching/test/own-words.int-spec.ts',
    red: 'lies sealed with the key of whoever it is about',
  },
  {
    name: 'a misspelt weight of a county is passed over',
    edits: [{ file: 'deploy/countyctl/src/county-file.ts', search: '  if (unknown) throw', replace: '  if (unknown === null) throw' }],
    suite: 'deploy/countyctl/src/county-file.spec.ts',
    red: 'matchingWeights: { wishs: 40 }',
  },
  {
    name: 'the other family reads whether a home would partner',
    edits: [{ file: 'services/identity/src/partnering/partnering.query.ts', search: 'if (!(await mayRead(reader, caregiverIds))) return null;', replace: 'await mayRead(reader, caregiverIds);' }],
    suite: 'services/identity/test/partnering.int-spec.ts',
    red: 'say whether they would partner with parents',
  },
];
