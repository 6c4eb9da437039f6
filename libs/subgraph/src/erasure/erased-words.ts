import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';

/** Words of a person, or about them, that a service keeps, and how an erasure takes them. */
export interface ErasedWords {
  /** As the certificate names them: 'notes of talks'. */
  readonly kind: string;
  /** Where they stand: `follow_up_session.note`, or `contact_details.*` where the whole row goes. */
  readonly columns: readonly string[];
  /** `?` stands for the person's id, as often as it is needed. */
  readonly sql: string;
}

/** Takes all of these of one person; answers their kinds. Doing it again changes nothing. */
export async function eraseWords(tx: Transaction, words: readonly ErasedWords[], personId: Id<'Person'>): Promise<string[]> {
  for (const { sql } of words) await tx.sql(sql, Array.from(sql.matchAll(/\?/g), () => personId));
  return words.map(({ kind }) => kind);
}
