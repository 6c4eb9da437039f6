import { defineEvent } from '../event-contract.ts';
import { wordsErased } from '../facts.ts';

/** What outcomes kept of an erased person in words is destroyed. */
export const OutcomesWordsErasedV1 = defineEvent('outcomes.words-erased.v1', 'personId', wordsErased);
