/** Belongs to a protocol and tells nothing of anybody. */
const ofTheProtocol = /^(query|operationName|grant_type|client_id|username_type|type|__typename|name)$/;
/** What programs and people prove themselves with, by the name of its field or header. */
const ofProof = /^(authorization|x-fc-signature|password|client_secret)$/;
/** Ids, times, hours of a day, the words of a list, languages. */
const harmless = [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/, /^\d\d:\d\d$/, /^[A-Z][A-Z_]+$/, /^[a-z]{2,3}(-\w+)?$/];

export const jwt = /eyJ[\w-]{10,}\.[\w-]{10,}\./;
export const phone = /\+1\d{10}\b/;
export const email = /[\w.+-]+@[\w-]+\.[\w.-]+/;

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What people typed, what programs proved themselves with, and the errors that they were told: heard at every request of this process, those of the gateway and of services included. */
export class TypedWords {
  /** Names, numbers, addresses, free text. */
  readonly words = new Set<string>();
  /** Passwords, tokens, signatures. */
  readonly secrets = new Set<string>();
  /** The errors of every answer to somebody outside, as they were sent. */
  readonly errors: string[] = [];

  /** Listens as long as the work takes. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    const send = globalThis.fetch;
    globalThis.fetch = async (url, init) => {
      this.#hear(String(url), init ?? {});
      const response = await send(url, init);
      // What is signed is between the gateway and a service; what is no JSON holds no errors.
      if (!new Headers(init?.headers).has('x-fc-signature')) void response.clone().json().then((answer: unknown) => this.#hearErrors(answer), () => undefined);
      return response;
    };
    try {
      return await work();
    } finally {
      globalThis.fetch = send;
    }
  }

  /** What of it stands in this text, plain or as JSON writes it. */
  in(text: string, these: Iterable<string> = [...this.words, ...this.secrets]): string[] {
    return [...these].filter((word) => text.includes(word) || text.includes(inJson(word)));
  }

  #hear(url: string, { headers, body }: RequestInit): void {
    const sent = new Headers(headers);
    for (const name of ['authorization', 'x-fc-signature']) this.#keep(sent.get(name)?.replace(/^Bearer /, ''), name);
    if (body instanceof URLSearchParams) this.#keep(Object.fromEntries(body));
    else if (url.endsWith('/reset-password')) this.#keep((JSON.parse(String(body)) as { value: string }).value, 'password');
    else if (typeof body === 'string') this.#keep(JSON.parse(body));
  }

  #hearErrors(answer: unknown): void {
    const { errors = [] } = (answer ?? {}) as { errors?: unknown };
    if (Array.isArray(errors)) this.errors.push(...errors.map((error) => JSON.stringify(error)));
  }

  #keep(value: unknown, key = ''): void {
    if (ofTheProtocol.test(key)) return;
    if (typeof value === 'string' && value.length > 3 && !harmless.some((pattern) => pattern.test(value))) (ofProof.test(key) ? this.secrets : this.words).add(value);
    if (value !== null && typeof value === 'object') for (const [inner, of] of Object.entries(value)) this.#keep(of, Array.isArray(value) ? key : inner);
  }
}
