import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** Stands in for the provider of texts and calls, over real HTTP: takes a form, keeps what it was asked, answers by the number. */
export class PhoneProvider {
  readonly asked: Asked[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** `answers` says what a number is answered, as status and body; every other number is answered `good`. */
  static async start(good: object, answers: Readonly<Record<string, readonly [status: number, body: object]>>): Promise<PhoneProvider> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString())).on('end', () => {
        const form = Object.fromEntries(new URLSearchParams(body));
        provider.asked.push({ path: request.url, authorization: request.headers.authorization, form });
        const [status, answer] = answers[form['To'] ?? ''] ?? [201, good];
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    const provider: PhoneProvider = new PhoneProvider(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => void this.#server.close(() => resolve()));
  }
}
