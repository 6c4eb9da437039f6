import { defineEvent } from '../event-contract.ts';
import { wordsErased } from '../facts.ts';

/** What matching kept of an erased person in words is destroyed. */
export const MatchingWordsErasedV1 = defineEvent('matching.words-erased.v1', 'personId', wordsErased);
