import { greedyTogether, poseTogether, worthOf, type MatchingProblem } from '@fc/matching/engine';
import type { Actor } from '../program/actor.ts';
import { mutation } from './stage.ts';
import type { Storyteller } from './storyteller.ts';
import { emailOf, settle, type Settled, type Staff } from './waiting-families.ts';

interface Proposal {
  readonly id: string;
  readonly needId: string;
  readonly score: number;
  readonly english: string;
  readonly spanish: string;
  readonly mentor: { readonly id: string } | null;
  readonly runnerUp: { readonly because: string } | null;
}

interface Run {
  readonly finishedAt: string | null;
  readonly proposals: readonly Proposal[];
  readonly unmatched: readonly { readonly need: { readonly id: string }; readonly because: string; readonly english: string; readonly spanish: string; readonly help: string; readonly ayuda: string }[];
  readonly quality: { readonly served: number; readonly points: number; readonly optimal: boolean; readonly moreServed: number; readonly gap: number | null; readonly cutShort: boolean };
}

const report = `query ($id: UUID!) { matchRun(id: $id) { finishedAt quality { served points optimal moreServed gap cutShort }
  proposals { id needId score mentor { id } english: explanation spanish: explanation(language: "es") runnerUp { because } }
  unmatched { need { id } because english: explanation spanish: explanation(language: "es") help: whatWouldHelp ayuda: whatWouldHelp(language: "es") } } }`;

export interface MatchingStage extends Staff {
  /** Gives somebody who is known an account, so that they can sign in. */
  welcome(personId: string, email: string): Promise<Actor>;
}

/** How mentors are found for all who wait in a county at once, and why these. */
export async function tellMatching(story: Storyteller, { welcome, ...staff }: MatchingStage, problem: MatchingProblem): Promise<void> {
  const { coordinator } = staff;
  story.chapter(`${problem.needs.length / 2} families wait, and ${problem.mentors.length} people mentor`);
  const settled = await settle(story, staff, problem);

  story.chapter('A mentor for everybody at once');
  const run = await story.did('Cora runs the matching for everybody who waits.', () => runFor(coordinator));
  const { served, points, optimal, moreServed, gap, cutShort } = run.quality;
  const proof = optimal ? 'proven: nobody could do better' : `at most ${moreServed} more could be had, ${(100 * (gap ?? 0)).toFixed(3)} % below what is proven to be the most${cutShort ? ', when time was up' : ''}`;
  story.saw(`${served} of ${problem.needs.length} are proposed somebody, for ${points} points; ${proof}. The two mentors of a family are free together for ${problem.together?.minutes} minutes.`);
  const coupled = poseTogether(problem);
  const simple = worthOf(coupled.instance, greedyTogether(coupled));
  story.saw(`Best pair first (greedy), under the same rules, would serve ${simple.served}, for ${simple.points} points.`);

  story.chapter('Why these');
  const kinds = ['ONLY_ONE_FOR_ANOTHER', 'NOT_FREE_TOGETHER', 'BETTER_FOR_ANOTHER', 'FEWER_POINTS'].map((because) => run.proposals.find(({ runnerUp }) => runnerUp?.because === because));
  const told = [...new Set([...kinds, ...run.proposals])].filter((one) => one !== undefined).slice(0, 3);
  for (const { needId, mentor, score, english, spanish } of told) {
    story.saw(`${settled.nameOfNeed.get(needId)} and ${settled.nameOfPerson.get(mentor?.id ?? '')}, ${score} points, as Cora reads it: ${english}`);
    story.saw(`In Spanish: ${spanish}`);
  }
  await asFamily(story, { coordinator, welcome, settled }, run);

  story.chapter('Why nobody, for some');
  const name = problem.needs.find(({ wishes }) => wishes.some(({ must, kind }) => must && kind === 'CULTURE'))?.id ?? '';
  const unmatched = run.unmatched.find(({ need }) => settled.nameOfNeed.get(need.id) === name);
  if (!unmatched) throw new Error(`${name} is proposed somebody, though nobody has what they ask for.`);
  story.saw(`${name}, as Cora reads it: ${unmatched.english} ${unmatched.help} [${unmatched.because}]`);
  story.saw(`In Spanish: ${unmatched.spanish} ${unmatched.ayuda}`);
  await asWaiting(story, coordinator, unmatched.need.id, name);
  const parent = await story.did(`${name} gets an account and signs in.`, () => welcome(settled.personOf.get(name)!, emailOf(name))); // it is a parent who asks for that
  const { myMentorNeeds } = await parent.get<{ myMentorNeeds: { mustsThatNobodyMeetsInWords: string | null; expectedWait: string | null }[] }>('{ myMentorNeeds { mustsThatNobodyMeetsInWords(language: "en") expectedWait(language: "en") } }');
  story.saw(`${name} reads: ${myMentorNeeds[0]?.mustsThatNobodyMeetsInWords ?? 'nothing'}`);
  story.saw(`Of how long it will take: ${myMentorNeeds[0]?.expectedWait ?? 'nothing'}`);
}

/** How Cora sees one who waits: on the waitlist, and with the mentors whom she could choose. */
async function asWaiting(story: Storyteller, coordinator: Actor, needId: string, name: string): Promise<void> {
  const query = 'query ($needId: UUID!) { mentorWaitlist(first: 100, mentorRole: PARENT_ALLY) { nodes { need { id } waitedDays possibleMentors } } candidatesFor(needId: $needId, first: 1) { nodes { explanation } } }';
  interface Seen {
    readonly mentorWaitlist: { readonly nodes: readonly { readonly need: { readonly id: string }; readonly waitedDays: number; readonly possibleMentors: number }[] };
    readonly candidatesFor: { readonly nodes: readonly { readonly explanation: string }[] };
  }
  const { mentorWaitlist, candidatesFor } = await coordinator.get<Seen>(query, { needId });
  const waiting = mentorWaitlist.nodes.find(({ need }) => need.id === needId);
  if (waiting) story.saw(`On the waitlist, ${name} has waited ${waiting.waitedDays} days, and ${waiting.possibleMentors} mentors could be theirs.`);
  story.saw(`The first of those whom Cora could choose: ${candidatesFor.nodes[0]?.explanation ?? 'nobody'}`);
}

async function runFor(coordinator: Actor): Promise<Run> {
  const { id } = await coordinator.do<{ id: string }>(mutation('runMatching'), {});
  for (const patience = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 250))) {
    const { matchRun } = await coordinator.get<{ matchRun: Run }>(report, { id });
    if (matchRun.finishedAt !== null) return matchRun;
    if (Date.now() > patience) throw new Error('The run has not come to its end within a minute.');
  }
}

/** A parent reads why, once Cora has approved it, and not before. */
async function asFamily(story: Storyteller, { coordinator, welcome, settled }: { readonly coordinator: Actor; readonly welcome: MatchingStage['welcome']; readonly settled: Settled }, { proposals }: Run): Promise<void> {
  const proposal = proposals.find(({ needId }) => settled.nameOfNeed.get(needId)?.startsWith('Parent'));
  if (!proposal) return;
  const name = settled.nameOfNeed.get(proposal.needId)!; // it has just been found by it
  const parent = await story.did(`${name} gets an account and signs in.`, () => welcome(settled.personOf.get(name)!, emailOf(name))); // a parent is a person
  const mine = (): Promise<{ myProposals: { explanation: string | null }[] }> => parent.get('{ myProposals { explanation(language: "en") } }');
  story.saw(`Before Cora approves it, ${name} knows of ${(await mine()).myProposals.length} proposals.`);
  await story.did('Cora approves that proposal.', () => coordinator.get(mutation('approveProposals'), { input: { proposalIds: [proposal.id] } }));
  story.saw(`${name} reads: ${(await mine()).myProposals[0]?.explanation ?? 'nothing'}`);
}
