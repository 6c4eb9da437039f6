import { defineEvent } from '../event-contract.ts';
import { wordsErased } from '../facts.ts';

/** What family-time kept of an erased person in words is destroyed. */
export const FamilyTimeWordsErasedV1 = defineEvent('family-time.words-erased.v1', 'personId', wordsErased);
