import type { GuidePhase } from '../guide/guide-prompt.ts';
import type { MomentPlace, MomentPrompt } from './moment-prompt.ts';

/** More than that is no small thing any more. */
const most = 3;

interface Occasion {
  readonly prompts: readonly MomentPrompt[];
  readonly place: `${MomentPlace}`;
  readonly phase: `${GuidePhase}`;
  /** What the person has marked for themself. */
  readonly done: ReadonlySet<string>;
}

/** A few small things for that place and phase. What they have not done yet comes first, and then what is of this phase alone; all may be done again. */
export function suggestMoments({ prompts, place, phase, done }: Occasion): MomentPrompt[] {
  const fitting = prompts.filter((prompt) => prompt.place === place && (prompt.phases?.includes(phase) ?? true));
  const rank = ({ id, phases }: MomentPrompt): number => (done.has(id) ? 2 : 0) + (phases ? 0 : 1);
  return [...fitting].sort((one, other) => rank(one) - rank(other)).slice(0, most);
}
