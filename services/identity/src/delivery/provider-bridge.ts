import { NotConnected, type BridgedCall, type CallBridge } from './call-bridge.ts';

export interface CallProvider {
  /** `https://api.twilio.com`, or whoever else speaks that protocol. */
  readonly baseUrl: string;
  readonly account: string;
  readonly token: string;
  /** The program's own number, E.164: the only one that either side sees. */
  readonly from: string;
}

const patience = 10_000;

/** How long a phone rings, in seconds: less than it takes most mailboxes to answer. */
const ringing = 20;

/** Calls by Twilio's Calls resource (api.twilio.com, version 2010-04-01). */
export class ProviderBridge implements CallBridge {
  readonly #provider: CallProvider;

  constructor(provider: CallProvider) {
    this.#provider = provider;
  }

  async connect({ caller, callee }: BridgedCall): Promise<void> {
    const { baseUrl, account, token, from } = this.#provider;
    const response = await fetch(`${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(account)}/Calls.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      // What happens once the caller has answered. Numbers are digits and a plus sign, so that nothing in them is markup.
      body: new URLSearchParams({ To: caller, From: from, Timeout: String(ringing), Twiml: `<Response><Dial callerId="${from}" timeout="${ringing}"><Number>${callee}</Number></Dial></Response>` }),
      redirect: 'error', // the token goes to the provider and to nobody else
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return;
    const { code } = (await response.json().catch(() => ({}))) as { code?: number };
    if (response.status === 400) throw new NotConnected(`the provider answered 400 (${code ?? 'no code'})`);
    throw new Error(`The provider of calls answered ${response.status}.`);
  }
}
