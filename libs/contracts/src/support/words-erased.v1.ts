import { defineEvent } from '../event-contract.ts';
import { wordsErased } from '../facts.ts';

/** What support kept of an erased person in words is destroyed. */
export const SupportWordsErasedV1 = defineEvent('support.words-erased.v1', 'personId', wordsErased);
