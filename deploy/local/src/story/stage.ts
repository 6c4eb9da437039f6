import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../program/actor.ts';
import type { NewPerson } from '../program/county-program.ts';
import { Refused } from '../program/graphql-client.ts';

/** What a telling of the story needs: somebody who invites, the means to invite, and somebody of another county and of the state who look in from outside. */
export interface Stage {
  readonly supervisor: Actor;
  invite(person: NewPerson): Promise<Actor>;
  readonly neighbour: Actor;
  readonly state: Actor;
}

/** The people of the story, new for each telling. */
export interface Cast {
  readonly coordinator: Actor;
  readonly caseworker: Actor;
  /** The children's mother, and the Parent Ally who went through it herself. */
  readonly noor: Actor;
  readonly alma: Actor;
  /** The foster parent, the Caregiver Mentor, and the aunt to whom the children move later. */
  readonly dana: Actor;
  readonly mika: Actor;
  readonly robin: Actor;
  /** Another parent of the county, who is not on this case. */
  readonly stranger: Actor;
}

export async function gather(stage: Stage): Promise<Cast> {
  const telling = Date.now().toString(36);
  const invite = (givenName: string, role: string, languages: readonly string[] = ['en']): Promise<Actor> =>
    stage.invite({ givenName, familyName: 'Example', email: `${givenName}.${telling}@story.example`.toLowerCase(), roles: [role], languages, phone: '+12065550123' });
  return {
    coordinator: await invite('Cora', 'COORDINATOR'),
    caseworker: await invite('Casey', 'CASEWORKER'),
    noor: await invite('Noor', 'PARENT', ['so', 'en']),
    alma: await invite('Alma', 'PARENT_ALLY', ['so', 'en']),
    dana: await invite('Dana', 'CAREGIVER'),
    mika: await invite('Mika', 'CAREGIVER_MENTOR'),
    robin: await invite('Robin', 'CAREGIVER'),
    stranger: await invite('Sasha', 'PARENT'),
  };
}

/** Asks until the answer is the one that is waited for: what another service did about it follows within moments. */
export async function until<Answer>(ask: () => Promise<Answer>, there: (answer: Answer) => boolean): Promise<Answer> {
  for (const patience = Date.now() + 8_000; ; await sleep(25)) {
    const answer = await ask();
    if (there(answer)) return answer;
    if (Date.now() > patience) throw new Error(`Nothing followed: ${JSON.stringify(answer)}`);
  }
}

/** Does it again while a permission that was given a moment ago is still on its way. */
export async function oncePermitted<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const patience = Date.now() + 8_000; ; await sleep(25)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'CONTACT_NOT_POSSIBLE' || Date.now() > patience) throw error;
    }
  }
}

const instant = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
export const hoursAgo = (hours: number): string => instant(-hours * 3_600_000);
export const hoursAhead = (hours: number): string => instant(hours * 3_600_000);
export const daysAgo = (days: number): string => hoursAgo(24 * days).slice(0, 10);

const county = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', weekday: 'long', hour: 'numeric', minute: '2-digit' });
/** When a window closes, as people of the story's county read it: the last minute that still counts. */
export const lastMinuteOf = (closesAt = ''): string => county.format(new Date(Date.parse(closesAt) - 1));

/** A mutation of one input that answers these fields. */
export const mutation = (name: string, fields = '{ id }'): string => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${fields} }`;
