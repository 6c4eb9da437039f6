import { NotDelivered, type DeliveryChannel, type OutgoingMessage } from './delivery-channel.ts';

export interface TextProvider {
  /** `https://api.twilio.com`, or whoever else speaks that protocol. */
  readonly baseUrl: string;
  readonly account: string;
  readonly token: string;
  /** E.164, or the id of a messaging service. */
  readonly from: string;
}

const patience = 10_000;

/** Text messages by Twilio's Messages resource (api.twilio.com, version 2010-04-01). */
export class TextChannel implements DeliveryChannel {
  readonly #provider: TextProvider;

  constructor(provider: TextProvider) {
    this.#provider = provider;
  }

  async send({ to, text }: OutgoingMessage): Promise<void> {
    const { baseUrl, account, token, from } = this.#provider;
    const response = await fetch(`${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      body: new URLSearchParams({ To: to, From: from, Body: text }),
      redirect: 'error', // the token goes to the provider and to nobody else
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return;
    const { code } = (await response.json().catch(() => ({}))) as { code?: number };
    // 400 is about this one message: no such number, a landline, somebody who has answered STOP. Everything else may pass.
    if (response.status === 400) throw new NotDelivered(`the provider answered 400 (${code ?? 'no code'})`);
    throw new Error(`The provider of text messages answered ${response.status}.`);
  }
}
