import type { FirstContact, GuidePhase, GuidePrompt } from './guide-prompt.ts';

/** How much somebody wants to take on at present; nobody is asked for more than they are ready for (R30). */
export enum GuideReadiness {
  NOT_YET = 'NOT_YET',
  A_LITTLE = 'A_LITTLE',
  READY = 'READY',
}
export const readinesses: readonly `${GuideReadiness}`[] = Object.values(GuideReadiness);

const howMany: Readonly<Record<GuideReadiness, number>> = { NOT_YET: 1, A_LITTLE: 3, READY: 6 };

export interface Occasion {
  readonly prompts: readonly GuidePrompt[];
  readonly phase: GuidePhase;
  /** The first contact that is still to come; null once the families have met. */
  readonly ahead: FirstContact | null;
  /** The parent was not ready to talk. */
  readonly declined: boolean;
  readonly readiness: GuideReadiness;
  readonly ticked: ReadonlySet<string>;
  /** A Citizen Review Board reviews cases in the county. */
  readonly board: boolean;
}

/**
 * What somebody might take up next, few lines at a time: of the phase, not done yet, what belongs to the contact ahead first. Lines
 * that are a matter of comfort or of need come only to whoever is ready for more.
 */
export function suggest({ prompts, phase, ahead, declined, readiness, ticked, board }: Occasion): GuidePrompt[] {
  const fits = ({ kind, optional, ifNeeded, ifBoard }: GuidePrompt): boolean => (kind !== 'IF_DECLINED' || declined) && (!ifBoard || board) && (readiness === GuideReadiness.READY || (!optional && !ifNeeded));
  const open = prompts.filter((prompt) => prompt.phase === phase && !ticked.has(prompt.id) && fits(prompt));
  const rank = ({ kind, stages }: GuidePrompt): number => (kind === 'IF_DECLINED' ? 0 : ahead && stages?.includes(ahead) ? 1 : 2);
  return [...open].sort((one, other) => rank(one) - rank(other)).slice(0, howMany[readiness]);
}
