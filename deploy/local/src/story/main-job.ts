import { familyTime, move, outcomes, prohibition } from './afterwards.ts';
import { childEntersCare, findMentors } from './coming-together.ts';
import { comfortCall, meet } from './first-contact.ts';
import { gather, type Stage } from './stage.ts';
import type { Storyteller } from './storyteller.ts';

/** The program's main job from beginning to end, each step by the person who does it. Throws where the platform does not do what the story says. */
export async function tellMainJob(story: Storyteller, stage: Stage): Promise<void> {
  const cast = await gather(stage);
  const family = await childEntersCare(story, cast);
  await findMentors(story, cast, family);
  await comfortCall(story, cast, family);
  await meet(story, cast, family);
  const nextVisit = await familyTime(story, cast, family);
  const connectionWithRobin = await move(story, cast, family);
  await prohibition(story, cast, family, connectionWithRobin, nextVisit);
  await outcomes(story, stage, cast, family);
}
