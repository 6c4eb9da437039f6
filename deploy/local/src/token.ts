import { DomainError } from '@fc/domain-kernel';

/** The public client that people's applications use. */
const applicationClient = 'family-connections';

/**
 * Signs a person in by name and password, which only the development identity provider allows, and gives the access token.
 * Throws `SIGN_IN_REFUSED`.
 */
export async function requestToken({ issuer, username, password }: { issuer: string; username: string; password: string }): Promise<string> {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: applicationClient, username, password }),
  });
  const body = (await answer.json()) as { access_token?: string; error?: string; error_description?: string };
  if (!answer.ok || !body.access_token) throw new DomainError('SIGN_IN_REFUSED', `${issuer} did not sign ${username} in: ${body.error_description ?? body.error ?? answer.status}.`);
  return body.access_token;
}
