import type { ErasedWords } from '@fc/subgraph';

/** What support keeps of a person in words: to which service they were referred, which tells of what they need, and what they wrote for themselves. */
export const erasedWords: readonly ErasedWords[] = [
  { kind: 'services referred to', columns: ['resource_referral.service_name'], sql: `update resource_referral set service_name = '' where person_id = ?` },
  { kind: 'reflections', columns: ['reflection.*'], sql: `delete from reflection where person_id = ?` },
  { kind: 'the key of reflections', columns: ['person_key.wrapped'], sql: `delete from person_key where person_id = ?` },
];
