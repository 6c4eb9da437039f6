import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { requirePageSize, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { Mentor, MentorQuota, Need } from '../engine/matching-problem.ts';
import { describeProposal } from '../engine/score.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { OwnWords } from '../own-words/own-words.ts';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { askedOfBoth, isOverridable } from '../proposals/asked-of-both.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { runsChoice } from '../proposals/runs-choice.ts';
import { mentorsFor, needsAsAsked } from '../runs/matching-input.ts';
import { quotasNow } from '../runs/quotas.ts';
import { MentorCandidateView } from './candidate.view.ts';
import { behind, cursorAt, ranked } from './ranking.ts';

/** What the list of one need goes by. */
interface Around {
  readonly need: Need;
  readonly quotas: readonly MentorQuota[];
  /** Whom a run proposed and no coordinator approved: whoever else is chosen displaces them. */
  readonly runsChoice: Id<'Person'> | null;
  /** Whose proposal for this need is open. */
  readonly proposed: Id<'Person'> | null;
  /** What each mentor would like to work with, by profile. */
  readonly wouldLike: ReadonlyMap<string, readonly string[]>;
}

/** Reads which mentors a coordinator could choose for one who waits, best first, and why. */
@Injectable()
export class Candidates {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  /**
   * Mentors of the role that is needed who can be matched at all. Whoever is too close to the family, or may not be matched with
   * them, is left out like whoever is not trained yet: nobody can propose them, and the list tells of nobody why. What the list
   * tells of the family's and the mentors' own words is written down before it leaves. Nobody where nobody waits any more.
   */
  forNeed(needId: Id<'MentorNeed'>, { first, after }: PageArgs): Promise<Page<MentorCandidateView>> {
    requirePageSize(first);
    return this.db.read(async (reader) => {
      const waiting = await reader.getRow(MentorNeed, needId);
      const all = ranked(await this.#candidates(reader, waiting));
      const left = behind(all, after ?? null);
      const shown = left.slice(0, first);
      await this.#audit(waiting, shown);
      const last = shown.at(-1);
      return { nodes: shown, pageInfo: { hasNextPage: left.length > first, endCursor: last ? cursorAt(last) : null } };
    });
  }

  async #candidates(reader: Reader, waiting: Row<MentorNeed>): Promise<MentorCandidateView[]> {
    const now = this.clock.now();
    const isOpen = waiting.metAt === null && waiting.withdrawnAt === null;
    const [need] = await needsAsAsked(this.words, reader, isOpen ? [waiting] : [], now);
    if (!need) return [];
    const [open] = await reader.rows(MatchProposal, { needId: waiting.id, status: 'PROPOSED' });
    const mentors = (await mentorsFor(this.words, reader, { mentorRole: waiting.mentorRole, active: true }, now)).filter(({ eligible }) => eligible);
    const around: Around = { need, quotas: await quotasLeft(reader, open?.mentorId ?? null, mentors, now), runsChoice: await runsChoice(reader, waiting.id), proposed: open?.mentorId ?? null, wouldLike: await this.#wouldLike(reader, need, mentors) };
    const { matchingWeights: weights } = reader.context.county.settings;
    return mentors.flatMap((mentor) => {
      const own = { ...mentor, load: mentor.load - (mentor.personId === around.proposed ? 1 : 0) };
      const { met, against } = askedOfBoth(need, own, around.quotas);
      if (against.includes('CONFLICT')) return [];
      const { score, reasons, sharedLanguages, missedWishes } = describeProposal(need, own, 0, weights);
      const proposable = isOverridable(against);
      const reasonNeeded = proposable && (against.length > 0 || (around.runsChoice !== null && around.runsChoice !== own.personId));
      const told = { points: score, reasons, sharedLanguages, missedWishes, wouldLike: around.wouldLike.get(own.id) ?? [], met, against, proposable, reasonNeeded };
      return [MentorCandidateView.of(own, told, { proposed: own.personId === around.proposed })];
    });
  }

  /** Of what the family asked for, what each of them would like to work with. */
  async #wouldLike(reader: Reader, { wishes }: Need, mentors: readonly Mentor[]): Promise<Around['wouldLike']> {
    const asked = wishes.flatMap(({ kind, value }) => (kind === 'LIVED_EXPERIENCE' ? [value] : []));
    if (asked.length === 0) return new Map();
    const profiles = await reader.rows(MentorProfile, { id: { $in: mentors.map(({ id }) => id as Id<'MentorProfile'>) } }); // the engine knows ids as text
    const said = await this.words.ofMentors(reader, profiles);
    return new Map(profiles.map(({ id }, at) => [id as string, asked.filter((value) => said[at]?.preferences?.includes(value))]));
  }

  async #audit(waiting: Row<MentorNeed>, shown: readonly MentorCandidateView[]): Promise<void> {
    if (!waiting.wishesOf || shown.length === 0) return;
    await this.db.auditProtectedRead('MentorCandidate.missedWishes', 'MentorNeed', [waiting.id]);
    await this.db.auditProtectedRead('MentorCandidate.missedWishes', 'MentorProfile', shown.map(({ profileId }) => profileId));
  }
}

/** How many more matches each quota leaves; the place that a proposal for this very need takes is not in its own way. */
async function quotasLeft(reader: Reader, proposed: Id<'Person'> | null, mentors: readonly Mentor[], now: Temporal.Instant): Promise<MentorQuota[]> {
  const own = mentors.find(({ personId }) => personId === proposed)?.id;
  const quotas = await quotasNow(reader, now);
  return own === undefined ? quotas : quotas.map((quota) => (quota.mentorIds.includes(own) ? { ...quota, most: quota.most + 1 } : quota));
}
