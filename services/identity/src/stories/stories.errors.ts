import { DomainError } from '@fc/domain-kernel';

export const storyWithdrawn = (): DomainError => new DomainError('IDENTITY.STORY_WITHDRAWN', 'This story has been withdrawn. It can be told anew.');
export const storyNotReleased = (): DomainError => new DomainError('IDENTITY.STORY_NOT_RELEASED', 'Whoever told this story has not agreed that this text be published, or no longer does.');
export const childStaysUnnamed = (): DomainError => new DomainError('IDENTITY.CHILD_STAYS_UNNAMED', 'A child’s story is published without the child’s name.');
/** It does not say which: whoever reviews need not know the names of a whole family. */
export const storyTellsNames = (): DomainError => new DomainError('IDENTITY.STORY_TELLS_NAMES', 'The text or its title holds a real name of the family. Have other names put in their place, and the new text agreed to.');
