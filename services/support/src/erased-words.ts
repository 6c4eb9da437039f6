import type { ErasedWords } from '@fc/subgraph';

/** What support keeps of a person in words: to which service they were referred, which tells of what they need. */
export const erasedWords: readonly ErasedWords[] = [{ kind: 'services referred to', columns: ['resource_referral.service_name'], sql: `update resource_referral set service_name = '' where person_id = ?` }];
