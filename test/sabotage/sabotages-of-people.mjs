/** What would go wrong in silence around people and their records. @type {readonly import('./sabotages.mjs').Sabotage[]} */
export const ofPeople = [
  {
    name: 'the end of a prohibition brings back in silence what was shared',
    edits: [{ file: 'services/identity/src/migrations/0042-whose-consent-and-which-program.ts', search: 'rule.ends_at > greatest(consent.starts_at, rule.starts_at)', replace: 'rule.ends_at > now()' }],
    suite: 'services/identity/test/consents.int-spec.ts',
    red: 'never again once a prohibition has stood',
  },
  {
    name: 'nobody asks which parent said yes for a child',
    edits: [{ file: 'services/identity/src/consents/whose-yes.ts', search: 'possible.oneOf.length === 0) return said ?? null;', replace: 'true) return said ?? possible.oneOf[0] ?? null;' }],
    suite: 'services/identity/test/consents.int-spec.ts',
    red: 'names the parent whose yes a worker writes down for a child',
  },
  {
    name: 'one parent reads whose yes it was for their child',
    edits: [{ file: 'services/identity/src/consents/consent.view.ts', search: "reader.standing !== 'PARENT' || ", replace: "reader.standing !== 'SELF' || " }],
    suite: 'services/identity/test/consents.int-spec.ts',
    red: 'names the parent whose yes a worker writes down for a child',
  },
  {
    name: 'a family is declined without a word',
    edits: [{ file: 'services/identity/src/intake/participation-request.entity.ts', search: 'if (!reason) throw', replace: 'if (reason === undefined) throw' }],
    suite: 'services/identity/test/intake.int-spec.ts',
    red: 'declines with a reason that the family and whoever asked for them read',
  },
  {
    name: 'a merge goes on under a legal hold',
    edits: [{ file: 'services/identity/src/duplicates/may-merge.ts', search: ' || (await isHeld(tx, survivor.id)) || (await isHeld(tx, duplicate.id))', replace: '' }],
    suite: 'services/identity/test/merging.int-spec.ts',
    red: 'is refused in the same words under a legal hold',
  },
  {
    name: 'a rule that comes after a merge is said of one record alone',
    edits: [{ file: 'services/identity/src/contact/every-record.ts', search: '  await sayOfEveryRecord(tx, rule);\n', replace: '' }],
    suite: 'test/isolation/merged-people.spec.ts',
    red: 'follows what is said of the person after the merge',
  },
  {
    name: 'a merge leaves what was said of the survivor with the survivor',
    edits: [{ file: 'services/identity/src/duplicates/join-what-was-said.ts', search: 'entered(tx, await everyRecordOf(tx, to), at)', replace: 'entered(tx, [(await everyRecordOf(tx, to))[1] ?? to], at)' }],
    suite: 'test/isolation/merged-people.spec.ts',
    red: 'is suspended by the merge where the other record is under a prohibition',
  },
  {
    name: 'the case plan limits one record of a person alone',
    edits: [{ file: 'services/identity/src/case-plan/set-case-plan-limit.use-case.ts', search: 'for (const personId of records)', replace: 'for (const personId of records.slice(0, 1))' }],
    suite: 'test/isolation/merged-people.spec.ts',
    red: 'stays within what the case plan sets for the person',
  },
  {
    name: 'a mentor’s conflict with a duplicate is forgotten',
    edits: [{ file: 'services/matching/src/profiles/when-people-merged.consumer.ts', search: 'for (const personId of both) profile.declareConflict(personId);', replace: 'void both;' }],
    suite: 'services/matching/test/profiles.int-spec.ts',
    red: 'by whichever record of theirs, once the two are merged',
  },
  {
    name: 'a fact under 42 CFR Part 2 is kept as plain text',
    edits: [{ file: 'services/identity/src/confidential-facts/confidential-fact.entity.ts', search: '    this.text = null;\n', replace: '    this.text = text;\n' }],
    suite: 'services/identity/test/confidential-facts.int-spec.ts',
    red: 'are shown to the named recipient of a written consent alone',
    refusesToStart: true, // the database takes no such fact, so nothing of the suite goes on
  },
  {
    name: 'a fact under 42 CFR Part 2 is unwrapped for whoever gets hold of it',
    edits: [{ file: 'services/identity/src/confidential-facts/part-two-readers.ts', search: 'consentInForce.recipientPersonId === reader && ', replace: '' }],
    suite: 'services/identity/src/confidential-facts/confidential-facts.view.spec.ts',
    red: 'is unreadable for whom no consent names',
  },
  {
    name: 'what is medical in a child’s profile is unwrapped for whoever gets hold of it',
    edits: [{ file: 'services/meetings/src/child-profile/child-profile.view.ts', search: 'reader.person === standing.person && ', replace: '' }],
    suite: 'services/meetings/src/child-profile/child-profile.view.spec.ts',
    red: 'is unreadable for anybody but the one for whom it was read',
  },
  {
    name: 'several processes tell of the same notice to relatives',
    edits: [{ file: 'services/identity/src/relatives/sweep-relative-notices.ts', search: 'return first !== undefined;', replace: 'return first !== undefined || true;' }],
    suite: 'test/resilience/relative-notices.spec.ts',
    red: 'is brought to mind in its last days and when it is missed',
  },
  {
    name: 'nobody is told that the glass was broken',
    edits: [{ file: 'services/identity/src/break-glass/break-glass.use-case.ts', search: 'await tellPeople(tx, others, ', replace: 'await tellPeople(tx, others.slice(0, 0), ' }],
    suite: 'services/identity/test/break-glass.int-spec.ts',
    red: 'is reported to coordinators and program supervisors',
  },
  {
    name: 'a stranger learns who needs an interpreter',
    edits: [{ file: 'services/meetings/src/interpreters/interpreter-needs.query.ts', search: '.length === 0) return [];', replace: '.length < 0) return [];' }],
    suite: 'services/meetings/test/interpreters.int-spec.ts',
    red: 'is known to whoever plans with the person',
  },
  {
    name: 'an older word of an interpreter comes late and stands',
    edits: [{ file: 'services/meetings/src/projections/spoken-languages.entity.ts', search: 'if (profileVersion <= this.profileVersion) return;', replace: 'if (profileVersion < 0) return;' }],
    suite: 'services/meetings/test/interpreters.int-spec.ts',
    red: 'is there by what was said last',
  },
];
