import type { z } from 'zod';
import { unavailable, unreadable } from './protection.errors.ts';

export interface VaultOptions {
  /** `https://vault.example.org:8200` */
  readonly url: string;
  /** Read at each use, so that a renewed token is taken up. */
  readonly token: () => string;
  /** Where the transit engine is mounted. */
  readonly mount?: string;
  /** How long an answer is waited for, in milliseconds. */
  readonly patienceMs?: number;
}

/** Asks the transit engine of a HashiCorp Vault. Throws `PROTECTED_UNREADABLE` where it knows no such key, `PROTECTED_UNAVAILABLE` for every other trouble. */
export async function askVault<Answer>({ url, token, mount = 'transit', patienceMs = 2_000 }: VaultOptions, method: string, path: string, body: object | undefined, answer: z.ZodType<Answer>): Promise<Answer> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(new URL(`/v1/${mount}/${path}`, url), {
      method,
      headers: { 'x-vault-token': token(), 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    throw unavailable(cause);
  }
  // 400 and 404: the ciphertext or the key is not one that Vault knows. Its own words may quote what was sent, so they go no further.
  if (status === 400 || status === 404) throw unreadable(new Error(`Vault answered ${status}.`));
  if (status !== 200 && status !== 204) throw unavailable(new Error(`Vault answered ${status}.`));
  const parsed = answer.safeParse(readJson(text));
  if (!parsed.success) throw unavailable(new Error('Vault’s answer is not one of the transit engine.'));
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
