import { defineEvent } from '../event-contract.ts';
import { wordsErased } from '../facts.ts';

/** What meetings kept of an erased person in words is destroyed. */
export const MeetingsWordsErasedV1 = defineEvent('meetings.words-erased.v1', 'personId', wordsErased);
