const verifier = 'libs/tenancy/src/audit/verify-trail.ts';
const verifying = 'test/ops/verify-audit.spec.ts';
const partners = 'services/identity/test/partners.int-spec.ts';
const intake = 'services/identity/test/partner-intake.int-spec.ts';
const relationships = 'test/isolation/relationship-matrix.spec.ts';

/** What would go wrong with partner organisations, and with the records of a county: its trail, its realm, what it takes in and what it has erased. @type {readonly import('./sabotages.mjs').Sabotage[]} */
export const ofRecords = [
  {
    name: 'a partner is let in while nobody knows whether its grant lasts',
    edits: [{ file: 'gateway/src/partner-gate.ts', search: "if (!data?.myPartnerGrant) throw new DomainError('PARTNER_ACCESS_UNCERTAIN',", replace: "if (!data?.myPartnerGrant) return { id: 'unknown', requestsPerMinute: 1_000, costPerMinute: 100_000 };\n    if (!data) throw new DomainError('PARTNER_ACCESS_UNCERTAIN'," }],
    suite: 'test/resilience/outages.spec.ts',
    red: 'a partner organisation is answered nothing for as long as identity',
  },
  {
    name: 'a partner’s grant is good for ever',
    edits: [{ file: 'libs/subgraph/src/server/principals.ts', search: 'client_id = ? and starts_at <= now() and ends_at > now()', replace: 'client_id = ?' }],
    suite: 'test/isolation/tenant-matrix.spec.ts',
    red: 'is answered nothing that has none any more',
  },
  {
    name: 'nobody looks at the fields that a partner asks for',
    edits: [{ file: 'libs/subgraph/src/graphql/partner-fields.plugin.ts', search: 'if (!(principal instanceof Partner)) return', replace: 'if (principal) return' }],
    suite: relationships,
    red: 'no field beside, and nothing of another connection',
  },
  {
    name: 'a partner’s grant names every connection',
    edits: [{ file: 'libs/subgraph/src/access/access-steps.ts', search: 'on party.connection_id::text = any (partner.connection_ids)', replace: 'on cardinality(partner.connection_ids) > 0' }],
    suite: relationships,
    red: 'no field beside, and nothing of another connection',
  },
  {
    name: 'a partner’s requests are not counted',
    edits: [{ file: 'gateway/src/partner-gate.ts', search: '    await this.#budgets.spendRequest(id, budget);\n', replace: '' }],
    suite: partners,
    red: 'spends the budget of its grant',
  },
  {
    name: 'what a partner’s request costs is not counted',
    edits: [{ file: 'gateway/src/partner-cost.plugin.ts', search: 'if (!spendCost) return;', replace: 'if (!spendCost || document) return;' }],
    suite: partners,
    red: 'spends the budget of its grant',
  },
  {
    name: 'each gateway lets the whole budget of a partner’s grant through',
    edits: [{ file: 'gateway/src/partner-budgets.ts', search: 'Math.floor(budget / this.#replicas)', replace: 'budget' }],
    suite: 'gateway/src/partner-budgets.spec.ts',
    red: 'is what all gateways together let through',
    quick: true,
  },
  {
    name: 'a partner reads who else asked to take part',
    edits: [{ file: 'services/identity/src/intake/participation-requests.query.ts', search: '{ $or: [{ personId: me }, { requestedBy: me }] }', replace: '{}' }],
    suite: intake,
    red: 'reads how far its own requests have come',
  },
  {
    name: 'nobody is told which organisation asked for a family',
    edits: [{ file: 'services/identity/src/intake/ask-to-take-part.use-case.ts', search: "tx.context.actor.kind === 'partner'", replace: "tx.context.actor.kind === 'intake'" }],
    suite: intake,
    red: 'asks that a family take part',
  },
  {
    name: 'every partner may withdraw what a family has asked for',
    edits: [{ file: 'libs/auth/src/partner-scope.ts', search: "  'Query.myPartnerGrant',\n", replace: "  'Query.myPartnerGrant',\n  'Mutation.withdrawParticipationRequest',\n" }],
    suite: 'test/contract/partner-scopes.spec.ts',
    red: 'changes nothing, but that families can be asked for',
    quick: true,
  },
  {
    name: 'the verifier takes an entry for what it says now',
    edits: [{ file: verifier, search: 'return now === hash && now !== nothingYet ? []', replace: 'return now !== nothingYet ? []' }],
    suite: verifying,
    red: 'an entry that was changed',
  },
  {
    name: 'the verifier misses no entry that is gone',
    edits: [{ file: verifier, search: 'return now === hash && now !== nothingYet ? []', replace: 'return now === hash || now === nothingYet ? []' }],
    suite: verifying,
    red: 'an entry that was deleted',
  },
  {
    name: 'the verifier takes entries that changed places for changed ones',
    edits: [{ file: verifier, search: 'if (other !== undefined) return', replace: 'if (other === sequence) return' }],
    suite: verifying,
    red: 'two entries that changed places',
  },
  {
    name: 'the verifier looks for no entry that was put in',
    edits: [{ file: verifier, search: '...(await added(query, schema)), ', replace: '' }],
    suite: verifying,
    red: 'an entry that was put in',
  },
  {
    name: 'the verifier believes where a trail ends',
    edits: [{ file: verifier, search: 'newest && newest.position > lastPosition', replace: 'newest && newest.position > lastPosition + newest.position' }],
    suite: verifying,
    red: 'a tail that was cut off',
  },
  {
    name: 'the verifier asks no anchor who signed it',
    edits: [{ file: verifier, search: 'if (isSignedByOneOf(anchor, keys))', replace: 'if (isSignedByOneOf(anchor, keys) || anchor.hash)' }],
    suite: verifying,
    red: 'an anchor that somebody without the key has written',
  },
  {
    name: 'a realm may give a client every scope, and nobody is told',
    edits: [{ file: 'deploy/countyctl/src/realm/difference.ts', search: 'if (same(wanted, found)) return [];', replace: "if (same(wanted, found) || path.at(-1) === 'fullScopeAllowed') return [];" }],
    suite: 'test/keycloak/drift.spec.ts',
    red: 'tells what drifted, brings it into line',
  },
  {
    name: 'a dry run of an import takes the rows',
    edits: [{ file: 'services/identity/src/case-import/continue-case-import.use-case.ts', search: 'dryRun ? tryNextCase : takeNextRow', replace: 'dryRun ? takeNextRow : takeNextRow' }],
    suite: 'services/identity/test/case-import.int-spec.ts',
    red: 'reports in a dry run what would become of each row',
  },
  {
    name: 'the report of an import can be executed by who opens it',
    edits: [{ file: 'services/identity/src/case-import/csv-cell.ts', search: 'formula.test(text) ?', replace: 'formula.test(text) && !text ?' }],
    suite: 'services/identity/test/case-import.int-spec.ts',
    red: 'a formula in a cell stays text',
  },
  {
    name: 'a county that is restored forgets whom it erased',
    edits: [{ file: 'services/identity/src/erasures/repeat-erasures.ts', search: 'async () => void (await this.run())', replace: 'async () => Promise.resolve()' }],
    suite: 'test/ops/erasure-restore.spec.ts',
    red: 'has erased again, before anybody can read them',
  },
  {
    name: 'countyctl ends well, whatever became of it',
    edits: [{ file: 'deploy/countyctl/src/main.ts', search: 'process.exitCode = 1;', replace: 'process.exitCode = 0;' }],
    suite: 'test/ops/countyctl.spec.ts',
    red: 'names in plain words what it cannot find',
  },
  {
    name: 'a dry run adds the county',
    edits: [{ file: 'deploy/countyctl/src/commands.ts', search: 'if (dryRun) for', replace: 'if (!dryRun) for' }],
    suite: 'test/ops/countyctl.spec.ts',
    red: 'prints in a dry run what it would make',
  },
  {
    name: 'visits go on after the case is over',
    edits: [{ file: 'services/family-time/src/visits/end-visits-with-case.ts', search: 'if (!visit.endWithCase()) continue;', replace: 'if (visit.isPlanned()) continue;' }],
    suite: 'services/family-time/test/relatives.int-spec.ts',
    red: 'have nothing ahead of them any more',
  },
  {
    name: 'an opened key is kept under the person’s name alone',
    edits: [{ file: 'libs/tenancy/src/protection/protection.ts', search: '`${reader.context.county.slug} ${personId} ${wrapped}`', replace: '`${personId}`' }],
    suite: 'test/isolation/counties.spec.ts',
    red: 'never mixes opened keys',
  },
  {
    name: 'a job is done for whichever county comes first',
    edits: [{ file: 'libs/tenancy/src/county-jobs.ts', search: 'runInCounty({ county, actor,', replace: 'runInCounty({ county: options.registry.counties()[0] ?? county, actor,' }],
    suite: 'test/isolation/counties.spec.ts',
    red: 'never mixes jobs',
  },
  {
    name: 'everybody on a connection reads why visits are supervised',
    edits: [{ file: 'services/family-time/src/plans/family-time-plan.view.ts', search: '(reader) => mayReadReason(reader, parentId)', replace: '() => true' }],
    suite: relationships,
    red: 'read FamilyTimePlan.superviseBecause as far as the table says',
  },
  {
    name: 'whoever plans a visit is told that it is prohibited',
    edits: [{ file: 'libs/subgraph/src/contact/contact-ledger.ts', search: 'if (!(await isContactPossible(tx, contact))) throw contactNotPossible();', replace: "if (await isContactPossible(tx, contact)) return;\n  for (const pair of pairsOf(contact)) if ((await verdict(tx, pair, contact.channel, momentOf(contact.at))) === 'PROHIBITED') throw new DomainError('CONTACT_NOT_POSSIBLE', 'This is prohibited.');\n  throw contactNotPossible();" }],
    suite: 'test/isolation/inference.spec.ts',
    red: 'is answered the same to the byte, whatever the reason: planning a visit',
  },
];
