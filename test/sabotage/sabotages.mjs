/**
 * What would go wrong in silence, one line of the platform's code each, and the test that has to notice.
 * @typedef {{ name: string, edits: readonly { file: string, search: string, replace: string }[], suite: string, red: string, quick?: boolean, refusesToStart?: boolean, ownInfrastructure?: boolean, deep?: boolean }} Sabotage
 * `search` stands in the file exactly once; `red` is a part of the title of a test that must fail; a `quick` one is tried in every test run;
 * one that changes how NATS or PostgreSQL are started gets its `ownInfrastructure`; a `deep` one shows in one of many rounds;
 * one that `refusesToStart` is noticed by the service itself, or ends it, so that all of its suite fails.
 */

import { ofFamilies } from './sabotages-of-families.mjs';
import { ofMatching } from './sabotages-of-matching.mjs';
import { ofMeetings } from './sabotages-of-meetings.mjs';
import { ofOperations } from './sabotages-of-operations.mjs';
import { ofPeople } from './sabotages-of-people.mjs';
import { ofRecords } from './sabotages-of-records.mjs';

const tokens = 'libs/auth/src/token-verifier.ts';
const relay = 'libs/messaging/src/outbox/relay.ts';
const sealer = 'libs/tenancy/src/audit/sealer.ts';
const strategy = 'libs/messaging/src/transport/jetstream-strategy.ts';
const guards = { file: 'libs/subgraph/src/server/platform.module.ts', search: "fieldResolverEnhancers: ['guards', 'filters']", replace: "fieldResolverEnhancers: ['filters']" };

/** @type {readonly Sabotage[]} */
export const sabotages = [
  ...ofFamilies,
  ...ofMatching,
  ...ofMeetings,
  ...ofOperations,
  ...ofPeople,
  ...ofRecords,
  {
    name: "the end of a mentor's match is ignored",
    edits: [{ file: 'libs/subgraph/src/access/families.consumers.ts', search: 'pair.endedAt = Temporal.Instant.from(data.endedAt);', replace: 'void pair;' }],
    suite: 'test/isolation/relationship-matrix.spec.ts',
    red: 'lets nobody read any record of the case who is no longer on it',
  },
  {
    name: 'the end of a consent is ignored',
    edits: [{ file: 'services/identity/src/migrations/0042-whose-consent-and-which-program.ts', search: ' and (consent.ends_at is null or consent.ends_at > now())', replace: '' }],
    suite: 'services/identity/test/consents.int-spec.ts',
    red: 'shows a number by consent until its end',
  },
  {
    name: 'a plan does not hold the contact ledger still',
    edits: [{ file: 'libs/subgraph/src/contact/contact-ledger.ts', search: "  await lockPairs(tx, pairsOf(contact), 'for share');\n", replace: '' }],
    suite: 'test/isolation/contact-ledger.spec.ts',
    red: 'lets a plan wait for a prohibition in hand',
  },
  {
    name: 'the county is no longer named to the ORM',
    edits: [{ file: 'libs/tenancy/src/database/county-orms.ts', search: '  contextName,\n', replace: '' }],
    suite: 'test/isolation/counties.spec.ts',
    red: "is its own county's, even inside the transaction of another county",
    quick: true,
  },
  {
    name: 'guards no longer run on fields and references, and start-up does not look',
    edits: [guards, { file: 'libs/subgraph/src/server/start-subgraph.ts', search: '  assertEveryFieldHasARule(app);\n', replace: '' }],
    suite: 'test/isolation/door.spec.ts',
    red: 'is guarded like a query',
    quick: true,
  },
  {
    name: 'guards no longer run on fields and references',
    edits: [guards],
    suite: 'test/isolation/door.spec.ts',
    red: 'lets somebody of the county in',
    refusesToStart: true,
  },
  {
    name: 'the gateway lets anything in that brings no token',
    edits: [{ file: 'gateway/src/public-gate.ts', search: ' || !asksOnlyForPublic(queryIn(request.body))', replace: '' }],
    suite: 'test/attack/public-content.spec.ts',
    red: 'is asked to sign in for something beside it',
  },
  {
    name: 'a service looks at no document that comes without a token',
    edits: [{ file: 'libs/subgraph/src/server/request-gate.ts', search: "if (!asksOnlyForPublic((request.body as { readonly query?: unknown } | undefined)?.query)) throw new DomainError('UNAUTHENTICATED', 'Please sign in.');", replace: 'void asksOnlyForPublic;' }],
    suite: 'test/attack/public-content.spec.ts',
    red: 'is answered no reference',
  },
  {
    name: 'what is public is looked for by its alias',
    edits: [{ file: 'libs/auth/src/public-queries.ts', search: 'publicQueries.includes(selection.name.value)', replace: 'publicQueries.includes(selection.alias?.value ?? selection.name.value)' }],
    suite: 'libs/auth/src/public-queries.spec.ts',
    red: 'may not ask for something else under its name',
    quick: true,
  },
  {
    name: 'a token may be made for anybody',
    edits: [{ file: tokens, search: '      audience: this.#options.audience,\n', replace: '' }],
    suite: 'test/isolation/door.spec.ts',
    red: 'believes no token of the county that was made for something else',
  },
  {
    name: 'a refusal beside GraphQL is thrown, which ends the process',
    edits: [{ file: 'libs/subgraph/src/graphql/error-mapping.filter.ts', search: "if (host.getType<'http' | 'graphql'>() === 'http')", replace: 'if (false)' }],
    suite: 'test/attack/paths.spec.ts',
    red: 'identity, asked without a token and a signature answers no data under the path /favicon.ico',
    refusesToStart: true,
  },
  {
    name: 'every service may say what any of them says',
    edits: [{ file: 'deploy/local/src/nats-permissions.ts', search: '`county.*.${service}.>`', replace: "'county.>'" }],
    suite: 'test/attack/broker.spec.ts',
    red: 'takes what that service may say, and refuses to hear what another one would say',
    ownInfrastructure: true,
  },
  {
    name: 'an event that cannot be read is ended in a word that not every server knows',
    edits: [{ file: strategy, search: 'return message.term();', replace: 'return message.term(wrong);' }],
    suite: 'test/attack/broker.spec.ts',
    red: 'has no effect a second time, event by event',
  },
  {
    name: 'a text may hold what cannot be stored',
    edits: [{ file: 'libs/domain-kernel/src/text.ts', search: 'if (notPlain.test(text))', replace: 'if (false)' }],
    suite: 'test/attack/inputs.spec.ts',
    red: 'in every place where describeHome takes one',
    deep: true,
  },
  {
    name: 'a mentor has room for one match more than they have',
    edits: [{ file: 'services/matching/src/proposals/require-still-possible.ts', search: '(loads[at]?.matches ?? 0) >= mentor.capacity', replace: '(loads[at]?.matches ?? 0) > mentor.capacity' }],
    suite: 'services/matching/test/matching.int-spec.ts',
    red: 'refuses one match more than the mentor has room for',
  },
  {
    name: 'no coordinator is asked before mentor and family are',
    edits: [{ file: 'services/matching/src/proposals/propose.ts', search: 'if (runId === null || !tx.context.county.settings.matchRunsNeedApproval) await', replace: 'await' }],
    suite: 'services/matching/test/matching.int-spec.ts',
    red: 'asks nobody before a coordinator has approved',
  },
  {
    name: 'a proposal is shown before it is approved',
    edits: [{ file: 'services/matching/src/proposals/match-proposals.query.ts', search: '{ approvedAt: { $ne: null }, $or:', replace: '{ $or:' }, { file: 'services/matching/src/proposals/side-of.ts', search: "  if (!proposal.approvedAt) throw notFound('proposal');\n", replace: '' }],
    suite: 'services/matching/test/matching.int-spec.ts',
    red: 'asks nobody before a coordinator has approved',
  },
  {
    name: 'whoever leaves the statewide roster stays on it',
    edits: [{ file: 'services/matching/src/committee/committee-membership.entity.ts', search: '    if (!this.isMember()) return;\n', replace: '    if (at) return;\n' }],
    suite: 'services/matching/test/committee.int-spec.ts',
    red: 'lists an ally who asked for it across counties, until they leave',
  },
  {
    name: 'a proposal is accepted without holding it',
    edits: [
      { file: 'services/matching/src/proposals/accept-proposal.use-case.ts', search: 'await tx.lock(MatchProposal, proposalId)', replace: 'await tx.get(MatchProposal, proposalId)' },
      { file: 'services/matching/src/proposals/accept-proposal.use-case.ts', search: '    await tx.lock(MentorProfile, profile.id);\n', replace: '' },
      { file: 'services/matching/src/proposals/accept-proposal.use-case.ts', search: 'await tx.lock(MentorNeed, proposal.needId)', replace: 'await tx.get(MentorNeed, proposal.needId)' },
    ],
    suite: 'test/attack/races.spec.ts',
    red: 'accept two proposals of an ally who has room for one',
  },
  {
    name: 'an idempotency key is for the whole county',
    edits: [{ file: 'libs/tenancy/src/database/idempotency.ts', search: 'const key = [actor.person ?? actor.kind, action', replace: "const key = ['anybody', action" }],
    suite: 'test/attack/races.spec.ts',
    red: 'of somebody else, or of another county, gives nothing away',
  },
  {
    name: "a token's header may hold more than it has to",
    edits: [{ file: tokens, search: 'const headerSchema = z.strictObject({', replace: 'const headerSchema = z.object({' }],
    suite: 'test/attack/tokens.spec.ts',
    red: 'one whose header names where its keys are (jku)',
  },
  {
    name: 'a token may be for something else than access',
    edits: [{ file: tokens, search: "typ: z.literal('Bearer')", replace: 'typ: z.string()' }],
    suite: 'test/attack/tokens.spec.ts',
    red: 'one that renews a session (Refresh)',
  },
  {
    name: 'a token may be as old as its realm likes',
    edits: [{ file: tokens, search: '      maxTokenAge: this.#options.maxAgeSeconds,\n', replace: '' }],
    suite: 'test/attack/tokens.spec.ts',
    red: 'one that lives longer than any may',
  },
  {
    name: "a county's realm may name somebody of the state",
    edits: [{ file: tokens, search: "(name === 'state') !== (county === null)", replace: 'false' }],
    suite: 'test/attack/tokens.spec.ts',
    red: "one of a county, with the state's class",
  },
  {
    name: 'a key set is fetched for each unknown key',
    edits: [
      { file: 'libs/auth/src/realm-keys.ts', search: 'cooldownDuration: pauseMs', replace: 'cooldownDuration: 0' },
      { file: 'libs/auth/src/realm-keys.ts', search: 'if (now - lastAsked < pauseMs)', replace: 'if (false)' },
    ],
    suite: 'test/attack/tokens.spec.ts',
    red: 'is fetched a few times at most under a flood of unknown keys',
  },
  {
    name: 'a closed account is let in',
    edits: [{ file: 'libs/subgraph/src/server/principals.ts', search: 'if (known.disabled)', replace: 'if (false)' }],
    suite: 'test/attack/tokens.spec.ts',
    red: 'is let in nowhere once their account is closed',
  },
  {
    name: 'a role is good for ever',
    edits: [{ file: 'libs/subgraph/src/server/principals.ts', search: ' and (role.ends_at is null or role.ends_at > now())', replace: '' }],
    suite: 'test/attack/tokens.spec.ts',
    red: 'may do no more than the roles that they have left',
  },
  {
    name: 'a request may be signed for another service',
    edits: [{ file: 'libs/auth/src/request-verifier.ts', search: 'claims.aud !== this.#audience', replace: 'false' }],
    suite: 'test/isolation/door.spec.ts',
    red: 'answers no request that was signed for another service',
  },
  {
    name: 'a signature may be used again',
    edits: [{ file: 'libs/auth/src/request-verifier.ts', search: 'if (this.#used.has(use))', replace: 'if (false)' }],
    suite: 'test/isolation/door.spec.ts',
    red: 'answers a request that the gateway signed for it, once',
  },
  {
    name: 'an unsigned request is let in',
    edits: [{ file: 'libs/auth/src/request-verifier.ts', search: "      throw new DomainError('UNSIGNED_REQUEST'", replace: "      return { issuer: 'anybody' };\n      throw new DomainError('UNSIGNED_REQUEST'" }],
    suite: 'test/isolation/door.spec.ts',
    red: 'answers nothing unsigned',
  },
  {
    name: 'who has no role is taken for a coordinator',
    edits: [{ file: 'libs/subgraph/src/server/principals.ts', search: 'roles: known.roles }', replace: "roles: known.roles.length > 0 ? known.roles : ['COORDINATOR'] }" }],
    suite: 'test/isolation/tenant-matrix.spec.ts',
    red: 'tells nothing of anybody else to whoever no longer has a role: people',
  },
  {
    name: 'a suspended county is served',
    edits: [{ file: tokens, search: 'activeCounty(realm)', replace: 'realm' }],
    suite: 'test/isolation/door.spec.ts',
    red: 'closes a suspended county within five seconds',
  },
  {
    name: "an envelope's county is not compared with its subject",
    edits: [{ file: strategy, search: 'if (envelope.county !== slug)', replace: 'if (false)' }],
    suite: 'test/isolation/events.spec.ts',
    red: 'comes in the stream of another county than its envelope names',
  },
  {
    name: "an event's source is not compared with its contract",
    edits: [{ file: strategy, search: 'if (envelope.source !== ', replace: 'if (false && envelope.source !== ' }],
    suite: 'test/isolation/events.spec.ts',
    red: 'says that another service has said it',
  },
  {
    name: 'everybody may connect to a county’s database',
    edits: [{ file: 'deploy/countyctl/src/steps/database.ts', search: 'revoke all on database ${client.escapeIdentifier(name)} from public; ', replace: '' }],
    suite: 'test/isolation/counties.spec.ts',
    red: 'into its own county and into no other database',
  },
  {
    name: 'an event is acknowledged before its effect is committed',
    edits: [{ file: strategy, search: '    try {\n      const county = registry.county(slug);', replace: '    message.ack();\n    try {\n      const county = registry.county(slug);' }],
    suite: 'test/resilience/delivery.spec.ts',
    red: "leaves an event in the stream while the county's database cannot be reached",
  },
  {
    name: 'the inbox may hold an event twice',
    edits: [{ file: 'libs/messaging/src/messaging-steps.ts', search: '       handled_at timestamptz not null default clock_timestamp(),\n       primary key (event_id, consumer)\n', replace: '       handled_at timestamptz not null default clock_timestamp()\n' }],
    suite: 'test/resilience/delivery.spec.ts',
    red: 'has one effect when it is delivered three times',
  },
  {
    name: 'nothing is held back behind an event that failed',
    edits: [{ file: 'libs/messaging/src/inbox/inbox.ts', search: 'if (claim?.held)', replace: 'if (false)' }],
    suite: 'test/resilience/delivery.spec.ts',
    red: 'holds back the events of the same thing',
  },
  {
    name: 'a place in the pool is lost with its connection',
    edits: [{ file: 'libs/tenancy/src/database/county-orms.ts', search: '      freePlacesOfEndedConnections(pool);\n', replace: '' }],
    suite: 'test/resilience/delivery.spec.ts',
    red: 'refuses those, and works on when that happened more often than it has connections',
  },
  {
    name: 'the outbox is emptied up to the last event that was published',
    edits: [{ file: relay, search: "where id in (${events.map(() => '?').join(', ')}) returning", replace: "where id <= (select max(given) from unnest(array[${events.map(() => '?').join(', ')}]::bigint[]) given) returning" }],
    suite: 'test/resilience/outages.spec.ts',
    red: 'no event is lost that commits behind a later one',
  },
  {
    name: 'an event leaves the outbox before NATS has it',
    edits: [{ file: relay, search: 'await Promise.all(events.map((event) => jetstream.publish(event.subject, event.envelope, { msgID: event.event_id, timeout: 5_000 })));', replace: 'for (const event of events) jetstream.publish(event.subject, event.envelope, { msgID: event.event_id, timeout: 5_000 }).catch(() => undefined);' }],
    suite: 'test/resilience/outages.spec.ts',
    red: 'a mutation succeeds all the same, and what follows from it comes once',
  },
  {
    name: 'the sealer skips an entry',
    edits: [{ file: sealer, search: 'return rows.map((row) => [row.waiting', replace: 'return rows.slice(1).map((row) => [row.waiting' }],
    suite: 'test/ops/verify-audit.spec.ts',
    red: 'every entry is sealed, and the last seal is anchored',
  },
  {
    name: 'the verifier does not look at the anchors',
    edits: [{ file: 'libs/tenancy/src/audit/verify-trail.ts', search: ', ...againstAnchors(vouched, hashes, last.position)', replace: '' }],
    suite: 'test/ops/verify-audit.spec.ts',
    red: 'a trail that was written anew with every hash made to fit',
  },
  {
    name: 'a person is told what touched a prohibition too',
    edits: [{ file: 'libs/subgraph/src/audit-trail/access-log.query.ts', search: "and not exists (select from jsonb_array_elements(entry.records) other where other ->> 'record' not in (select kind from words))", replace: '' }],
    suite: 'services/identity/test/audit-trail.int-spec.ts',
    red: 'leaves out whole what touched something of that',
  },
  {
    name: 'a broken glass stays broken',
    edits: [{ file: 'libs/subgraph/src/access/break-glass.ts', search: ' and ends_at > now()', replace: '' }],
    suite: 'services/identity/test/break-glass.int-spec.ts',
    red: 'and not after its time',
  },
  {
    name: 'a protected value is not bound to its person, row and field',
    edits: [{ file: 'libs/tenancy/src/protection/person-key.ts', search: 'JSON.stringify([...this.#owner, record, id, field])', replace: 'JSON.stringify([this.#owner.length, record.length, id.length, field.length * 0])' }],
    suite: 'services/identity/test/contact-details.int-spec.ts',
    red: 'that was tampered with, or moved to another person, row or field',
  },
  {
    name: 'an address program is ignored',
    edits: [{ file: 'services/identity/src/contact-details/contact-values.ts', search: 'substitute ?? home', replace: 'home ?? substitute' }],
    suite: 'services/identity/test/contact-details.int-spec.ts',
    red: 'under an address program tell everybody the substitute address',
  },
  {
    name: 'an erased person keeps their key',
    edits: [{ file: 'libs/tenancy/src/protection/protection.ts', search: 'delete from person_key where person_id = ? returning wrapped', replace: 'select wrapped from person_key where person_id = ?' }],
    suite: 'services/identity/test/erasures.int-spec.ts',
    red: 'takes name, key, contact details, words and account',
  },
  {
    name: 'a key is opened without asking who was erased',
    edits: [{ file: 'libs/tenancy/src/protection/protection.ts', search: 'if (await this.#ledger.has(', replace: 'if (false && await this.#ledger.has(' }],
    suite: 'services/identity/test/erasures.int-spec.ts',
    red: 'takes name, key, contact details, words and account',
  },
  {
    name: 'what cannot be undone is done without asking the ledger itself',
    edits: [{ file: 'libs/subgraph/src/contact/ask-ledger.ts', search: 'if (!(await this.isPossible(contact))) throw contactNotPossible();', replace: 'await this.isPossible(contact);' }],
    suite: 'test/isolation/asking-the-ledger.spec.ts',
    red: 'obeys a prohibition that was recorded a moment ago',
  },
  {
    name: 'an operator is shown the password for a county’s mail server',
    edits: [{ file: 'deploy/countyctl/src/realm/difference.ts', search: '/secret|^password(Fingerprint)?$/i', replace: '/secret/i' }],
    suite: 'test/keycloak/invitations.spec.ts',
    red: 'needs the secret of the mail server, which stands in no file',
  },
  {
    name: 'one service keeps the words of an erased person to itself',
    edits: [{ file: 'libs/subgraph/src/server/platform.module.ts', search: '...(erasure.report ?', replace: "...(erasure.report && service !== 'support' ?" }],
    suite: 'test/isolation/erasure.spec.ts',
    red: 'takes what every service keeps of them in words',
  },
  {
    name: 'stories are published with whatever names stand in them',
    edits: [{ file: 'services/identity/src/stories/publish-story.use-case.ts', search: 'throw storyTellsNames();', replace: 'void storyTellsNames();' }],
    suite: 'services/identity/test/stories.int-spec.ts',
    red: 'holds no real name of the family',
  },
  {
    name: 'a story goes on though its release is over',
    edits: [{ file: 'services/identity/src/stories/stories.query.ts', search: "{ status: 'PUBLISHED', ...this.#stillReleased() }", replace: "{ status: 'PUBLISHED' }" }],
    suite: 'services/identity/test/stories.int-spec.ts',
    red: 'ends at the next reading when its time is over',
  },
  {
    name: 'a link does its work when it is opened',
    edits: [{ file: 'gateway/src/links/link-door.ts', search: "if (request.method === 'POST')", replace: "if (request.method !== 'HEAD')" }],
    suite: 'test/attack/capability-links.spec.ts',
    red: 'does nothing when it is only opened',
  },
  {
    name: 'a link can be used again',
    edits: [{ file: 'services/identity/src/capability-links/capability-link.entity.ts', search: 'this.uses += 1;', replace: 'void 0;' }],
    suite: 'test/attack/capability-links.spec.ts',
    red: 'works once, however many use it at the same time',
  },
  {
    name: 'the links of somebody whose way in was shut come alive again',
    edits: [{ file: 'services/identity/src/people/change-access.use-case.ts', search: '      if (disabled) await revokeLinksOf(tx, personId, now);\n', replace: '' }],
    suite: 'test/attack/capability-links.spec.ts',
    red: 'ends with the way in, with the address that it was sent to, and with the person',
  },
  {
    name: 'links are followed for whoever asks identity itself',
    edits: [{ file: 'services/identity/src/capability-links/links.controller.ts', search: '  @UseGuards(SignedByGateway)\n', replace: '' }],
    suite: 'test/attack/capability-links.spec.ts',
    red: 'opens to nobody but the gateway',
  },
];
