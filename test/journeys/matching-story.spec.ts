import { Storyteller, tellMatching, waitingCounty } from '@fc/local/matching-story';
import { SharedWorld } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let world: SharedWorld;

beforeAll(async () => {
  world = await SharedWorld.join('king');
}, 120_000);
afterAll(() => world?.stop());

describe('the matching of a county', () => {
  it('S02 S12 is told from the people who come in to a mentor for each, why these, and why nobody, as staff and families read it', async () => {
    const king = world.county('king');
    const [coordinator, caseworker] = [await king.person('COORDINATOR'), await king.person('CASEWORKER')];
    const lines: string[] = [];
    const welcome = async (personId: string, email: string) => {
      await coordinator.do('mutation ($input: OpenAccountInput!) { openAccount(input: $input) { id } }', { personId, email, roles: [] });
      return king.signedIn(personId, email);
    };
    await tellMatching(new Storyteller((line) => lines.push(line)), { coordinator, caseworker, welcome }, waitingCounty({ families: 6, mentorsOfEachRole: 4 }));
    const story = lines.join('\n').replaceAll(/\s+/g, ' ');
    expect(story).toMatch(/\d+ of 12 are proposed somebody, for \d+ points; (proven: nobody could do better|at most \d+ more)/);
    expect(story).toMatch(/Best pair first \(greedy\), under the same rules, would serve \d+/);
    expect(story.match(/points, as Cora reads it: [^[]*Met: the role,/g)?.length).toBeGreaterThanOrEqual(1);
    expect(story).toMatch(/In Spanish: [^[]*Se cumple: la función,/);
    expect(story).toMatch(/Before Cora approves it, Parent \d+ knows of 0 proposals\./);
    expect(story).toMatch(/Parent \d+ reads: Both speak/);
    expect(story).toMatch(/Parent 1, as Cora reads it: Nobody has what the family said a mentor must have\. .*\[WISH\]/);
    expect(story).toMatch(/Parent 1 has waited 0 days, and 0 mentors could be theirs\. The first of those whom Cora could choose: \d+ points\. .*Not met: .*all that must be for the family.*Nobody can propose them at present\./);
    expect(story).toMatch(/Of how long it will take: At present nobody here can be your mentor\./);
    expect(story).toMatch(/Parent 1 reads: At present no mentor here has what must be: Samoan\./);
  }, 90_000);
});
