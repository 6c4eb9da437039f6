import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { Storyteller, tellMainJob, tellMeetings } from '@fc/local';
import { matching } from '@fc/matching';
import { meetings } from '@fc/meetings';
import { outcomes } from '@fc/outcomes';
import { support } from '@fc/support';
import { World } from '@fc/testing/world';

let world: World;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching, meetings, familyTime, support, outcomes] });
}, 120_000);
afterAll(() => world?.stop());

/** The story, told in king. It throws by itself where somebody may do what they may not, or may not what they may. */
async function told(tell: typeof tellMainJob): Promise<string> {
  const king = world.county('king');
  const lines: string[] = [];
  await tell(new Storyteller((line) => lines.push(line)), {
    supervisor: king.supervisor,
    invite: (person) => king.invite(person),
    neighbour: await world.county('pierce').person('COORDINATOR'),
    state: await world.stateAdministrator(),
  });
  return lines.join('\n');
}

describe('the main job', () => {
  it('S01 S02 S03 S04 S05 S06 R14 R15 R17 goes from the placement to the outcomes, each step by the person who does it', async () => {
    const story = await told(tellMainJob);
    expect(story).toMatch(/Her ally is still Alma/);
    expect(story).toMatch(/The planned visit is suspended after/);
    expect(story).toMatch(/families met/);
    expect(story.match(/refused:/g)?.length).toBeGreaterThanOrEqual(14);
  }, 90_000);

  it('S16 S17 S26 S51 S52 goes on where a call comes too early, a meeting moves, contact is forbidden for a time, and a child goes home', async () => {
    const story = await told(tellMeetings);
    const [first, moved] = [...story.matchAll(/event (\w{6}), change (\d+)/g)];
    expect(moved?.[1]).toBe(first?.[1]);
    expect(Number(moved?.[2])).toBeGreaterThan(Number(first?.[2]));
    expect(story).toMatch(/a PDF of \d+ KiB/);
    expect(story).toMatch(/This is not possible at present/);
    expect(story.match(/refused:/g)?.length).toBeGreaterThanOrEqual(8);
  }, 90_000);
});
