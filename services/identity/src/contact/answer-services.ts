import { MayBeInContact } from '@fc/contracts';
import { Questions } from '@fc/messaging';
import { isContactPossible, saidContact } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';

/** Tells services what the ledger says at this moment, for what cannot be undone. They learn yes or no, and never why. */
@Injectable()
export class AnswerServices {
  constructor(db: CountyDb, questions: Questions) {
    questions.answer(MayBeInContact, async (contact) => ({ possible: await db.read((reader) => isContactPossible(reader, saidContact(contact))) }));
  }
}
