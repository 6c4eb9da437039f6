import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storyteller, tellMainJob } from '@fc/local';
import { createLogger } from '@fc/runtime';
import { World } from '@fc/testing/world';
import { everyService } from '../attack/every-service.ts';

const lines: string[] = [];
const typed = new Set<string>();
const send = globalThis.fetch;
let world: World;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService, log: (line) => lines.push(line) });
}, 120_000);
afterAll(() => world?.stop());

/** Belongs to a protocol and tells nothing of anybody. */
const ofTheProtocol = /^(query|operationName|grant_type|client_id|username_type|__typename|name)$/;
/** Ids, times, the words of a list, languages. */
const harmless = [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/, /^[A-Z][A-Z_]+$/, /^[a-z]{2,3}(-\w+)?$/];

/** Keeps what people typed, and what programs proved themselves with. */
function keep(value: unknown, key = ''): void {
  if (ofTheProtocol.test(key)) return;
  if (typeof value === 'string' && value.length > 3 && !harmless.some((pattern) => pattern.test(value))) typed.add(value);
  if (value !== null && typeof value === 'object') for (const [inner, of] of Object.entries(value)) keep(of, Array.isArray(value) ? key : inner);
}

/** Listens to every request of this process: those of people, of the gateway and of services. */
const listening: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers);
  for (const name of ['authorization', 'x-fc-signature']) keep(headers.get(name)?.replace(/^Bearer /, ''));
  const { body } = init ?? {};
  if (body instanceof URLSearchParams) keep(Object.fromEntries(body));
  else if (typeof body === 'string') keep(JSON.parse(body));
  return send(url, init);
};

const asLogged = (text: string): string => JSON.stringify(text).slice(1, -1);
const jwt = /eyJ[\w-]{10,}\.[\w-]{10,}\./;
const phone = /\+1\d{10}\b/;
const email = /[\w.+-]+@[\w-]+\.[\w.-]+/;

/** What of it stands in these lines. */
function leaksIn(logged: readonly string[]): string[] {
  const text = logged.join('\n');
  const shapes = [jwt, phone, email].flatMap((shape) => shape.exec(text)?.[0] ?? []);
  return [...shapes, ...[...typed].filter((word) => text.includes(asLogged(word)))];
}

describe('what is logged, however small, in one whole main job', () => {
  it('holds no name, number, address, free text, password, token or signature that anybody sent', async () => {
    const [king, pierce] = [world.county('king'), world.county('pierce')];
    const [neighbour, state] = [await pierce.person('COORDINATOR'), await world.stateAdministrator()];
    globalThis.fetch = listening;
    try {
      await tellMainJob(new Storyteller(() => undefined), { supervisor: king.supervisor, invite: (person) => king.invite(person), neighbour, state });
    } finally {
      globalThis.fetch = send;
    }
    expect(lines.length).toBeGreaterThan(50);
    expect(typed.size).toBeGreaterThan(50);
    expect([...typed].filter((word) => ['Noor', '+12065550123'].includes(word) || word.endsWith('@story.example'))).not.toEqual([]);
    expect(leaksIn(lines)).toEqual([]);
  }, 120_000);

  it('is searched in earnest: each kind of word is found when somebody logs it', () => {
    const token = [...typed].find((word) => jwt.test(word))!;
    const freeText = [...typed].find((word) => word.split(' ').length > 3)!;
    for (const word of ['Noor', '+12065550123', freeText, token]) {
      const planted: string[] = [];
      createLogger('planted', 'info', { write: (line) => planted.push(line) }).info({ note: word }, 'somebody was careless');
      expect(leaksIn(planted)).toContain(word);
    }
  });
});
