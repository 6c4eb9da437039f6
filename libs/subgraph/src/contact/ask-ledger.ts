import { MayBeInContact, type facts } from '@fc/contracts';
import { DomainError, Temporal } from '@fc/domain-kernel';
import { Questions } from '@fc/messaging';
import type { Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contactNotPossible, requireContact, type PlannedContact } from './contact-ledger.ts';

type SaidContact = z.infer<typeof facts.plannedContact>;

const uncertain = (cause: unknown): DomainError => new DomainError('CONTACT_UNCERTAIN', 'This cannot be checked at the moment, so it was not done. Please try again in a minute.', { cause });

/** Asks for what cannot be undone: people who come to know each other, a call, something that one family tells the other. */
@Injectable()
export class AskLedger {
  constructor(private readonly questions: Questions) {}

  /**
   * As the function `requireContact`, and then asks identity itself, so that a prohibition is obeyed whose event is still on its way.
   * Throws `CONTACT_NOT_POSSIBLE`, and `CONTACT_UNCERTAIN` when identity does not answer: without an answer it is not done.
   */
  async requireContact(tx: Transaction, contact: PlannedContact): Promise<void> {
    await requireContact(tx, contact);
    if (!(await this.isPossible(contact))) throw contactNotPossible();
  }

  /** What identity's own ledger says at this moment, for what is only told. Throws `CONTACT_UNCERTAIN`. */
  async isPossible(contact: PlannedContact): Promise<boolean> {
    const { possible } = await this.questions.ask(MayBeInContact, sayContact(contact)).catch((cause: unknown) => {
      throw uncertain(cause);
    });
    return possible;
  }
}

/** A contact as services tell each other of it. */
export const sayContact = ({ channel, at, until, between, and, alsoPresent = [] }: PlannedContact): SaidContact => ({
  channel,
  at: at.toString(),
  ...(until && { until: until.toString() }),
  between: [...between],
  and: [...and],
  alsoPresent: [...alsoPresent],
});

export const saidContact = ({ at, until, ...people }: SaidContact): PlannedContact => ({ ...people, at: Temporal.Instant.from(at), ...(until && { until: Temporal.Instant.from(until) }) });
