import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { peopleOf } from '../needs/connection-party.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { OwnWords } from '../own-words/own-words.ts';
import { HandOver } from './hand-over.entity.ts';
import { HandOverView } from './hand-over.view.ts';

/** Reads what is handed over, for the family and their mentor of the day. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
  ) {}

  /** Null for everybody else, whoever they are, and while there is none. */
  ofNeed(needId: Id<'MentorNeed'>): Promise<HandOverView | null> {
    return this.db.read(async (reader) => {
      const { person } = reader.context.actor;
      const { participantId } = await reader.getRow(MentorNeed, needId);
      const theirs = (await peopleOf(reader, participantId)).some((member) => member === person);
      if (!theirs && (await reader.count(MentorMatch, { needId, mentorId: person as Id<'Person'>, endedAt: null })) === 0) return null; // whoever is signed in is a person
      const [known] = await reader.rows(HandOver, { needId });
      return known ? HandOverView.from(known, await this.words.ofHandOver(reader, known)) : null;
    });
  }
}
