import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type { Platform } from './platform.ts';
import { operatorClientSecret } from './realm/index.ts';

/** An access token of the county realm's client for operators' programs. Throws `IDENTITY_PROVIDER_REFUSED`. */
export async function operatorToken({ secretsDirectory }: Platform, { slug, issuer }: Pick<County, 'slug' | 'issuer'>): Promise<string> {
  const secret = (await readFile(join(secretsDirectory, operatorClientSecret(slug)), 'utf8')).trim();
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: secret });
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body });
  if (!answer.ok) throw new DomainError('IDENTITY_PROVIDER_REFUSED', `${issuer} does not let countyctl in: ${answer.status}.`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
