import { z } from 'zod';
import { plannedContact } from '../facts.ts';
import { defineQuestion } from '../question-contract.ts';

/** Whether the contact ledger allows all of this at the moment of asking. The answer never says why not. */
export const MayBeInContact = defineQuestion({ service: 'identity', name: 'may-be-in-contact', question: plannedContact, answer: z.object({ possible: z.boolean() }) });
