import { MayBeInContact } from '@fc/contracts';
import { Questions } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isPossibleNow } from './ledger-answer.ts';

/** Tells services what the ledger says at this moment, for what cannot be undone. They learn yes or no, and never why. */
@Injectable()
export class AnswerServices {
  constructor(db: CountyDb, questions: Questions) {
    questions.answer(MayBeInContact, async (contact) => ({ possible: await db.read((reader) => isPossibleNow(reader, contact)) }));
  }
}
