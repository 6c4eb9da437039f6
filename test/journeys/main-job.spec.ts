import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { Storyteller, tellMainJob, tellMeetings } from '@fc/local';
import { matching } from '@fc/matching';
import { meetings } from '@fc/meetings';
import { outcomes } from '@fc/outcomes';
import { support } from '@fc/support';
import { World } from '@fc/testing/world';
import { readCalendar } from '../../services/meetings/test/read-calendar.ts';
import { readPdf } from '../../services/meetings/test/read-pdf.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching, meetings, familyTime, support, outcomes] });
}, 120_000);
afterAll(() => world?.stop());

interface Told {
  readonly story: string;
  /** The files that people got, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The story, told in king. It throws by itself where somebody may do what they may not, or may not what they may. */
async function told(tell: typeof tellMainJob): Promise<Told> {
  const king = world.county('king');
  const lines: string[] = [];
  const files = new Map<string, Buffer>();
  const storyteller = new Storyteller((line) => lines.push(line), (name, content) => files.set(name, Buffer.from(content)));
  await tell(storyteller, {
    supervisor: king.supervisor,
    invite: (person) => king.invite(person),
    neighbour: await world.county('pierce').person('COORDINATOR'),
    state: await world.stateAdministrator(),
  });
  return { story: lines.join('\n'), files };
}

describe('the main job', () => {
  it('S01 S02 S03 S04 S05 S06 R14 R15 R17 goes from the placement to the outcomes, each step by the person who does it', async () => {
    const { story } = await told(tellMainJob);
    expect(story).toMatch(/Her ally is still Alma/);
    expect(story).toMatch(/The planned visit is suspended after/);
    expect(story).toMatch(/families met/);
    expect(story.match(/refused:/g)?.length).toBeGreaterThanOrEqual(14);
  }, 90_000);

  it('S16 S17 S26 S51 S52 goes on where a call comes too early, a meeting moves, contact is forbidden for a time, and a child goes home', async () => {
    const { story, files } = await told(tellMeetings);
    const calendar = (name: string): ReturnType<typeof readCalendar> => readCalendar(String(files.get(`${name}.ics`)));
    const eventsOf = (...names: string[]): ReturnType<typeof readCalendar>['events'] => names.flatMap((name) => calendar(name).events);
    expect([...files.keys()].sort()).toEqual(['agenda.pdf', 'first-icebreaker.ics', 'meeting-moved.ics', 'meeting-planned.ics', 'second-icebreaker-again.ics', 'second-icebreaker-off.ics', 'second-icebreaker-planned.ics']);
    // However often an appointment changes, a calendar has one event of it: the same UID under a number that rises.
    for (const name of files.keys()) if (name.endsWith('.ics')) expect(calendar(name.replace('.ics', '')).events).toHaveLength(1);
    for (const all of [eventsOf('meeting-planned', 'meeting-moved'), eventsOf('second-icebreaker-planned', 'second-icebreaker-off', 'second-icebreaker-again')]) {
      expect(new Set(all.map(({ uid }) => uid)).size).toBe(1);
      expect(all.map(({ sequence }) => sequence)).toEqual([...new Set(all.map(({ sequence }) => sequence))].sort((one, other) => one - other));
    }
    expect(new Set(eventsOf('first-icebreaker', 'meeting-planned', 'second-icebreaker-planned').map(({ uid }) => uid)).size).toBe(3);
    const [planned, moved] = eventsOf('meeting-planned', 'meeting-moved');
    expect(moved!.start - planned!.start).toBeGreaterThan(23 * 3_600);
    expect(['second-icebreaker-planned', 'second-icebreaker-off', 'second-icebreaker-again'].map((name) => calendar(name).method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);

    const paper = await readPdf(files.get('agenda.pdf')!);
    expect(paper).toMatchObject({ language: 'en', title: 'Agenda of our first meeting', text: expect.stringContaining('Park, east gate') });
    expect(paper.source).toMatch(/\/Marked true/);
    expect(paper.source).toMatch(/\/FontFile2 /); // it brings its own letters
    expect(paper.roles.filter((role) => role === 'H2')).toHaveLength(6);

    expect(story).toMatch(/The first icebreaker[^]+A second icebreaker, in the new home/);
    expect(story).toMatch(/Noor sees: held, held\./);
    expect(story).toMatch(/This is not possible at present/);
    expect(story.match(/refused:/g)?.length).toBeGreaterThanOrEqual(10);
  }, 90_000);
});
