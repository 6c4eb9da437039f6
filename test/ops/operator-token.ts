import { operatorClientSecret, type Platform } from '@fc/countyctl';
import { FileSecrets } from '@fc/runtime';

/** An access token of a county realm's client `countyctl`: a program's, nobody's person. */
export async function operatorToken({ identityProvider, secretsDirectory }: Platform, realm: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'countyctl', client_secret: new FileSecrets(secretsDirectory).read(operatorClientSecret(realm)) });
  const answer = await fetch(`${identityProvider.baseUrl}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}
