import type { Actor, TestCounty } from '@fc/testing';
import { Family, now } from './family.ts';

/** Two families, each with a mentor of its own. */
export interface Matched {
  readonly family: Family;
  readonly ally: Actor;
  readonly mentor: Actor;
  readonly endMentor: () => Promise<void>;
}

type About = Parameters<typeof Family.open>[2];

export async function matched(county: TestCounty, name: string, about?: About): Promise<Matched> {
  const family = await Family.open(county, name, about);
  const { mentor: ally } = await family.match('PARENT_ALLY');
  const { mentor, end: endMentor } = await family.match('CAREGIVER_MENTOR');
  return { family, ally, mentor, endMentor };
}

const recordPreparation = 'mutation ($input: RecordPreparationInput!) { recordPreparation(input: $input) { id } }';

/** Both sides have prepared with their own mentor. */
export async function prepareBoth({ family: { connectionId }, ally, mentor }: Pick<Matched, 'family' | 'ally' | 'mentor'>, heldAt = now(), topics: readonly string[] = []): Promise<void> {
  for (const own of [ally, mentor]) await own.do(recordPreparation, { connectionId, heldAt, topics });
}

/** Matched, and both sides prepared; what they may do with each other the test says. */
export async function prepared(county: TestCounty, name: string, about?: About): Promise<Matched> {
  const there = await matched(county, name, about);
  await prepareBoth(there);
  return there;
}

/** The keys of the program's six items, in its order. */
export const agenda = ['INTRODUCTIONS', 'CHILD_UPDATE', 'ROUTINE', 'LIKES_AND_DISLIKES', 'TRADITIONS_AND_CULTURE', 'COMMUNICATION_PLAN'];
const coverAgendaItem = 'mutation ($input: CoverAgendaItemInput!) { coverAgendaItem(input: $input) { id } }';

/** The plan that the families of these tests make where a test asks for no other. */
export const usualPlan = { what: 'Sleep, school and small joys', how: 'Text messages and a weekly call', howOften: 'Daily' };

/** The two leads go through all of the agenda in turn, but for that one item. */
export async function coverAgenda({ ally, mentor, meetingId }: Pick<Matched, 'ally' | 'mentor'> & { readonly meetingId: string }, but?: string): Promise<void> {
  const leads = [ally, mentor];
  for (const [index, key] of agenda.entries()) if (key !== but) await leads[index % 2]!.do(coverAgendaItem, { meetingId, key, ...(key === 'COMMUNICATION_PLAN' && { plan: usualPlan }) });
}
