import type { Id } from '@fc/domain-kernel';
import { Protection, type PersonKey, type Reader, type Row, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { Trait, Wish } from '../engine/matching-problem.ts';
import { peopleOf } from '../needs/connection-party.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MentorProfile, type MentorWords } from '../profiles/mentor-profile.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';

type Keys = ReadonlyMap<Id<'Person'>, PersonKey>;
type Saying = Pick<Row<MentorProfile>, 'id' | 'personId' | 'ownWords' | 'traits' | 'limits'>;
type Asking = Pick<Row<MentorNeed>, 'id' | 'ownWishes' | 'wishesOf' | 'wishes'>;

/**
 * Opens what mentors say of themselves and what families ask of them: gender, culture, faith, what they have come through. It lies
 * sealed, each with the key of a person; nobody reads it out of a database or a backup, and an erasure takes it. All methods throw
 * `PROTECTED_UNAVAILABLE` while no key can be opened: nobody is proposed against a wish that cannot be read.
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

  /** What each of these proposals does not meet, in their order; nothing where whoever asked for it was erased. */
  async missedBy(reader: Reader, proposals: readonly Row<MatchProposal>[]): Promise<(readonly Trait[])[]> {
    const keys = await this.#keys(reader, proposals.map(({ missedOf }) => missedOf));
    return proposals.map((proposal) => (proposal.missedOf ? (opened(keys, proposal.missedOf, (key) => MatchProposal.openMissed(proposal, key)) ?? []) : (proposal.missedWishes ?? [])));
  }

  keyOfMentor(tx: Transaction, personId: Id<'Person'>): Promise<PersonKey> {
    return this.protection.keyFor(tx, personId);
  }

  /** With whose key the words of a participant are sealed: the parent's; of a household the acting caregiver's, else the first one's. */
  async keyOfFamily(tx: Transaction, participantId: Id<'Participant'>): Promise<{ readonly of: Id<'Person'>; readonly key: PersonKey }> {
    const people = await peopleOf(tx, participantId);
    const of = people.find((person) => person === tx.context.actor.person) ?? people[0]!; // somebody is every participant
    return { of, key: await this.protection.keyFor(tx, of) };
  }

  #keys(reader: Reader, people: readonly (Id<'Person'> | null | undefined | '')[]): Promise<Keys> {
    return this.protection.keysOf(reader, people.flatMap((person) => (person ? [person] : [])));
  }
}

function opened<Said>(keys: Keys, of: Id<'Person'>, open: (key: PersonKey) => Said): Said | null {
  const key = keys.get(of);
  return key ? open(key) : null;
}
