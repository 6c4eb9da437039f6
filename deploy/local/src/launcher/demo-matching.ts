// npm run demo -- matching: mentors for 300 families at once, against the platform that runs here or one that is started for it.
import { DomainError } from '@fc/domain-kernel';
import { readRegistry, type Platform } from '@fc/countyctl';
import { tellMatching } from '../story/matching.ts';
import type { Storyteller } from '../story/storyteller.ts';
import { everybodyWaiting } from '../story/waiting-families.ts';
import { waitingCounty } from '../story/waiting-county.ts';
import { personOf, programOf, type People } from './people.ts';

/** Tells it in the first county in which nobody waits and nobody mentors, so that the figures are of these families alone. */
export async function demoMatching(story: Storyteller, { platform, gatewayUrl, people, say }: { readonly platform: Platform; readonly gatewayUrl: string; readonly people: People; readonly say: (line: string) => void }): Promise<void> {
  for (const county of (await readRegistry(platform)).counties) {
    if (!people.accounts[county.slug] || county.status !== 'ACTIVE') continue;
    const coordinator = personOf(people, gatewayUrl, county.slug, 'coordinator');
    const { mentorProfiles } = await coordinator.get<{ mentorProfiles: { nodes: object[] } }>('{ mentorProfiles(first: 1) { nodes { id } } }');
    if (mentorProfiles.nodes.length > 0 || (await everybodyWaiting(coordinator)).length > 0) continue;
    say(`${county.name}, through ${gatewayUrl}.`);
    const program = programOf(platform, gatewayUrl, county, people.password);
    const welcome = async (personId: string, email: string) => {
      await coordinator.do('mutation ($input: OpenAccountInput!) { openAccount(input: $input) { id } }', { personId, email, roles: [] });
      return program.signedIn(personId, email);
    };
    return tellMatching(story, { coordinator, caseworker: personOf(people, gatewayUrl, county.slug, 'caseworker'), welcome }, waitingCounty());
  }
  throw new DomainError('NO_COUNTY_LEFT', 'In every county here somebody waits or mentors already. Start over with: npm start -- --fresh');
}
