import type { Need, Proposal, Wish } from './matching-problem.ts';

/** What nobody may be treated differently for, unless a family asked for it in their mentor (R41). */
export const protectedTraits = ['GENDER', 'CULTURE', 'FAITH', 'RECOVERY', 'TRIBAL_MEMBERSHIP'] as const;
export type ProtectedTrait = (typeof protectedTraits)[number];

/** How a run used one of them. Whatever the trait's value is stays with the family who asked. */
export interface ProtectedWishUse {
  readonly trait: ProtectedTrait;
  /** So many families asked for it: nobody else asks. */
  readonly askedBy: number;
  /** Of them, who would rather have nobody than a mentor without it. */
  readonly must: number;
  /** So many proposals are of a mentor who meets it. */
  readonly met: number;
}

/** Which of them a run went by, and how often: every one is a wish of a family, and no other part of the engine knows them. */
export function protectedWishes(needs: readonly Pick<Need, 'id' | 'wishes'>[], proposals: readonly Pick<Proposal, 'needId' | 'missedWishes'>[]): ProtectedWishUse[] {
  const missedBy = new Map(proposals.map(({ needId, missedWishes }) => [needId, missedWishes]));
  return protectedTraits.flatMap((trait) => {
    const asking = needs.map(({ id, wishes }) => ({ id, wishes: wishes.filter((wish) => traitOf(wish) === trait) })).filter(({ wishes }) => wishes.length > 0);
    const met = asking.filter(({ id, wishes }) => wishes.some(({ kind, value }) => missedBy.get(id)?.every((missed) => missed.kind !== kind || missed.value !== value) ?? false));
    return asking.length > 0 ? [{ trait, askedBy: asking.length, must: asking.filter(({ wishes }) => wishes.some(({ must }) => must)).length, met: met.length }] : [];
  });
}

function traitOf({ kind, value }: Wish): ProtectedTrait | null {
  const name = kind === 'LIVED_EXPERIENCE' ? value : kind;
  return protectedTraits.find((trait) => trait === name) ?? null;
}
