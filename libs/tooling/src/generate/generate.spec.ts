import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { undecidedBreakingChanges } from './breaking-changes.ts';
import { consumersIn, contractNamed } from './consumers.ts';
import { eventsSection, withSection } from './events-pages.ts';
import { staleFiles, textOf, writeFiles } from './generated-files.ts';
import { apiOf, compose } from './schema.ts';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';
const identity = `${federation} type Query { me: Person } type Person @key(fields: "id") { id: ID! name: String }`;

describe('generated files', () => {
  let at: string;
  beforeAll(() => { at = mkdtempSync(join(tmpdir(), 'generated-')); });
  afterAll(() => rmSync(at, { recursive: true }));

  it('are stale when they differ, are missing, or stand where none should, and are up to date once written', () => {
    for (const name of ['same', 'old', 'gone']) writeFileSync(join(at, name), 'text');
    const files = new Map([['same', 'text'], ['old', 'new text'], ['deep/new', 'text'], ['gone', null], ['never', null]]);
    expect(staleFiles(files, at)).toEqual(['old', 'deep/new', 'gone']);
    expect(writeFiles(files, at)).toEqual(['old', 'deep/new', 'gone']);
    expect(staleFiles(files, at)).toEqual([]);
    expect([textOf('old', at), textOf('gone', at)]).toEqual(['new text', null]);
  });
});

describe('composition', () => {
  it('shows clients one schema in alphabetical order, without what only the gateway needs', () => {
    const matching = `${federation} type Query { aProposal: String } type Person @key(fields: "id") { id: ID! mentor: String }`;
    const api = apiOf(compose(new Map([['identity', identity], ['matching', matching]])));
    expect(api).toMatch(/type Person \{\s+id: ID!\s+mentor: String\s+name: String\s+\}[\s\S]*type Query \{\s+aProposal: String\s+me: Person\s+\}/);
    expect(api).not.toMatch(/_entities|join__|@key/);
  });

  it('says in words which parts do not fit', () => {
    const matching = `${federation} type Query { open: Int } type Person @key(fields: "id") { id: ID! name: Int }`;
    expect(() => compose(new Map([['identity', identity], ['matching', matching]]))).toThrow(/FIELD_TYPE_MISMATCH.*"Person\.name"/);
  });

  it('asks for at least one service', () => {
    expect(() => compose(new Map())).toThrow('No service');
  });
});

describe('breaking changes', () => {
  const before = 'type Query { me: String, you: String }';
  const after = 'type Query { me: String }';

  it('are what takes something away from clients', () => {
    expect(undecidedBreakingChanges(before, after, [])).toEqual(['Query.you was removed.']);
    expect(undecidedBreakingChanges(after, before, [])).toEqual([]);
  });

  it('are allowed one by one, by a decision record', () => {
    expect(undecidedBreakingChanges(before, after, ['# You\n\nBreaking: Query.you was removed.\n'])).toEqual([]);
    expect(undecidedBreakingChanges(before, after, ['Breaking: Query.me was removed.\n'])).toEqual(['Query.you was removed.']);
  });
});

describe('events', () => {
  const source = `
    @Consumer() export class WhenOpened { @On(ConnectionOpenedV1) async handle() {} }
    @Consumer() export class WhenClosed { @On(ConnectionClosedV1)
      async handle() {} }`;
  const file = 'services/matching/src/needs/needs.consumers.ts';

  it('are listened to by the class around the decorator', () => {
    expect(consumersIn(file, source)).toEqual([
      { event: 'ConnectionOpenedV1', consumer: 'WhenOpened', file, service: 'matching' },
      { event: 'ConnectionClosedV1', consumer: 'WhenClosed', file, service: 'matching' },
    ]);
    expect(consumersIn('libs/subgraph/src/access/people.consumers.ts', source)[0]?.service).toBeNull();
  });

  it('have a contract by their name, and nothing else has', () => {
    expect(contractNamed('ConnectionOpenedV1')?.type).toBe('identity.connection-opened.v1');
    for (const name of ['ConnectionOpenedV2', 'facts', 'defineEvent', 'toString']) expect(contractNamed(name)).toBeUndefined();
  });

  it("stand in a service's README once, between the same two marks", () => {
    const contract = contractNamed('ConnectionOpenedV1')!;
    const section = eventsSection('matching', [{ contract, file: 'libs/contracts/src/identity/connection-opened.v1.ts', meaning: 'One | two', consumers: consumersIn(file, source).slice(0, 1) }]);
    expect(section).toContain('| nothing |');
    expect(section).toContain('[WhenOpened](../../services/matching/src/needs/needs.consumers.ts)');
    const readme = withSection('# Matching\n\nText.\n', section);
    expect(readme).toBe(`# Matching\n\nText.\n\n## Events\n\n${section}\n`);
    expect(withSection(readme.replace('WhenOpened', 'WhenOther'), section)).toBe(readme);
  });
});
