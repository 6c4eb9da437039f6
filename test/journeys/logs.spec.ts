import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storyteller, tellMainJob } from '@fc/local';
import { createLogger } from '@fc/runtime';
import { World } from '@fc/testing/world';
import { everyService } from '../attack/every-service.ts';
import { email, jwt, phone, TypedWords } from './typed-words.ts';

const lines: string[] = [];
const typed = new TypedWords();
let world: World;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService, log: (line) => lines.push(line) });
}, 120_000);
afterAll(() => world?.stop());

/** What of it stands in these lines. */
function leaksIn(logged: readonly string[]): string[] {
  const text = logged.join('\n');
  return [...[jwt, phone, email].flatMap((shape) => shape.exec(text)?.[0] ?? []), ...typed.in(text)];
}

describe('what is logged, however small, in one whole main job', () => {
  it('holds no name, number, address, free text, password, token or signature that anybody sent', async () => {
    const [king, pierce] = [world.county('king'), world.county('pierce')];
    const [neighbour, state] = [await pierce.person('COORDINATOR'), await world.stateAdministrator()];
    await typed.during(() => tellMainJob(new Storyteller(() => undefined), { supervisor: king.supervisor, invite: (person) => king.invite(person), neighbour, state }));
    expect(lines.length).toBeGreaterThan(50);
    expect(typed.words.size).toBeGreaterThan(25);
    expect([...typed.words].filter((word) => ['Noor', '+12065550123'].includes(word) || word.endsWith('@story.example'))).not.toEqual([]);
    expect([...typed.secrets].filter((secret) => jwt.test(secret)).length).toBeGreaterThan(20);
    expect(leaksIn(lines)).toEqual([]);
  }, 120_000);

  it('is searched in earnest: each kind of word is found when somebody logs it', () => {
    const token = [...typed.secrets].find((secret) => jwt.test(secret))!;
    const password = [...typed.secrets].find((secret) => !secret.includes('.'))!;
    const freeText = [...typed.words].find((word) => word.split(' ').length > 3)!;
    for (const word of ['Noor', '+12065550123', freeText, token, password]) {
      const planted: string[] = [];
      createLogger('planted', 'info', { write: (line) => planted.push(line) }).info({ note: word }, 'somebody was careless');
      expect(leaksIn(planted)).toContain(word);
    }
  });
});
