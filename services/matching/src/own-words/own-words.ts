import type { Id } from '@fc/domain-kernel';
import { Protection, type PersonKey, type Reader, type Row, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { Wish } from '../engine/matching-problem.ts';
import { peopleOf } from '../needs/connection-party.entity.ts';
import { HandOver, type HandedOver } from '../hand-overs/hand-over.entity.ts';
import { MentorNeed, type WordsKey } from '../needs/mentor-need.entity.ts';
import { MentorProfile, type MentorWords } from '../profiles/mentor-profile.entity.ts';
import { MatchProposal, type ProposalWords } from '../proposals/match-proposal.entity.ts';

/** All that is said around a proposal. */
export interface ToldOfProposal extends ProposalWords {
  readonly declineReason: string | null;
}

type Keys = ReadonlyMap<Id<'Person'>, PersonKey>;
type Saying = Pick<Row<MentorProfile>, 'id' | 'personId' | 'ownWords' | 'traits' | 'limits'>;
type Asking = Pick<Row<MentorNeed>, 'id' | 'ownWishes' | 'wishesOf' | 'wishes'>;

/**
 * Opens what mentors say of themselves and what families ask of them, gender, culture, faith, what they have come through, and
 * what is said in free words. It lies sealed, each with the key of a person; nobody reads it out of a database or a backup, and an
 * erasure takes it. All methods throw `PROTECTED_UNAVAILABLE` while no key can be opened: nobody is proposed against a wish that
 * cannot be read.
 */
@Injectable()
export class OwnWords {
  constructor(private readonly protection: Protection) {}

  /** Of each of these mentors, in their order; null of whoever was erased. */
  async ofMentors(reader: Reader, profiles: readonly Saying[]): Promise<(MentorWords | null)[]> {
    const keys = await this.#keys(reader, profiles.map(({ ownWords, personId }) => ownWords && personId));
    return profiles.map((profile) => (profile.ownWords ? opened(keys, profile.personId, (key) => MentorProfile.open(profile, key)) : { traits: profile.traits, limits: profile.limits }));
  }

  /** Of each of these needs, in their order; null where whoever said it was erased. */
  async ofFamilies(reader: Reader, needs: readonly Asking[]): Promise<(readonly Wish[] | null)[]> {
    const keys = await this.#keys(reader, needs.map(({ wishesOf }) => wishesOf));
    return needs.map((need) => (need.wishesOf ? opened(keys, need.wishesOf, (key) => MentorNeed.open(need, key)) : need.wishes));
  }

  /** Of each of these proposals, in their order; without what is said by, or about, whoever was erased. */
  async ofProposals(reader: Reader, proposals: readonly Row<MatchProposal>[]): Promise<ToldOfProposal[]> {
    const keys = await this.#keys(reader, proposals.flatMap(({ wordsOf, declineOf }) => [wordsOf, declineOf]));
    return proposals.map((proposal) => {
      const plain: ProposalWords = { missedWishes: proposal.missedWishes ?? [], overrideReason: proposal.overrideReason ?? null };
      const words = proposal.wordsOf ? opened(keys, proposal.wordsOf, (key) => MatchProposal.openWords(proposal, key)) : plain;
      const declineReason = proposal.declineOf ? opened(keys, proposal.declineOf, (key) => MatchProposal.openDecline(proposal, key)) : (proposal.declineReason ?? null);
      return { missedWishes: words?.missedWishes ?? [], overrideReason: words?.overrideReason ?? null, declineReason };
    });
  }

  /** What is handed over of a need; nothing where whoever's key sealed it was erased. */
  async ofHandOver(reader: Reader, handOver: Row<HandOver>): Promise<HandedOver> {
    if (!handOver.wordsOf) return { draft: handOver.draft ?? null, agreed: handOver.agreed ?? null };
    const keys = await this.#keys(reader, [handOver.wordsOf]);
    return opened(keys, handOver.wordsOf, (key) => HandOver.open(handOver, key)) ?? { draft: null, agreed: null };
  }

  /** The key with which a hand-over is sealed already, else that of the family. */
  keyOfHandOver(tx: Transaction, handOver: HandOver, participantId: Id<'Participant'>): Promise<WordsKey> {
    return handOver.wordsOf ? this.keyOf(tx, handOver.wordsOf) : this.keyOfFamily(tx, participantId);
  }

  async keyOf(tx: Transaction, personId: Id<'Person'>): Promise<WordsKey> {
    return { of: personId, key: await this.protection.keyFor(tx, personId) };
  }

  /** With whose key the words of a participant are sealed: the parent's; of a household the acting caregiver's, else the first one's. */
  async keyOfFamily(tx: Transaction, participantId: Id<'Participant'>): Promise<WordsKey> {
    const people = await peopleOf(tx, participantId);
    const of = people.find((person) => person === tx.context.actor.person) ?? people[0]!; // somebody is every participant
    return this.keyOf(tx, of);
  }

  #keys(reader: Reader, people: readonly (Id<'Person'> | null | undefined | '')[]): Promise<Keys> {
    return this.protection.keysOf(reader, people.flatMap((person) => (person ? [person] : [])));
  }
}

function opened<Said>(keys: Keys, of: Id<'Person'>, open: (key: PersonKey) => Said): Said | null {
  const key = keys.get(of);
  return key ? open(key) : null;
}
