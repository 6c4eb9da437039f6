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
    name: 'whoever is too close to a family is among those to whom it could come',
    edits: [{ file: 'services/matching/src/engine/posing/candidates.ts', search: '    if (ruledOut & tooClose) return step.CONFLICT;\n', replace: '' }],
    suite: 'services/matching/src/engine/posing/candidates.spec.ts',
    red: 'says of every two what comparing the two says',
  },
  {
    name: 'a run is proven against what it looked at, and not against all',
    edits: [{ file: 'services/matching/src/engine/flow/certificate.ts', search: 'choice.beyond ? Math.max(-leftOut, choice.beyond.points - cheapest(choice.beyond.among)) : -leftOut', replace: '-leftOut' }],
    suite: 'services/matching/src/engine/flow/solve.spec.ts',
    red: 'bounds what could be had with those who are not listed',
  },
  {
    name: 'whoever was not looked at when time was up is left out beside a free place',
    edits: [{ file: 'services/matching/src/engine/posing/solve-posed.ts', search: 'if (isWhole(instance)) return', replace: 'if (instance) return' }],
    suite: 'services/matching/src/engine/posing/pose.spec.ts',
    red: 'gives whoever it has not looked at a free place',
  },
  {
    name: 'quotas are forgotten where needs hang together',
    edits: [{ file: 'services/matching/src/engine/exact/by-ways.ts', search: 'for (const [quota, { mentors: within }] of this.#part.quotas.entries()) if (within.has(mentor)) count(rows.quotas[quota]!);', replace: '' }],
    suite: 'services/matching/src/engine/exact/coupled.spec.ts',
    red: 'finds what trying every way finds, with quotas',
  },
  {
    name: 'a run of very many is looked at while somebody waits for the answer',
    edits: [{ file: 'services/matching/src/runs/run-over.ts', search: '  if (waiting.length > mostAtOnce) return run;\n', replace: '' }],
    suite: 'services/matching/test/large-county.int-spec.ts',
    red: 'is answered that the run goes on by itself',
  },
  {
    name: 'a run that takes its process down is tried for ever',
    edits: [{ file: 'services/matching/src/runs/match-run.entity.ts', search: 'if (this.tries >= mostTries) {', replace: 'if (this.tries < 0) {' }],
    suite: 'services/matching/src/runs/match-run.entity.spec.ts',
    red: 'is given up when nobody comes to an end with it',
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
