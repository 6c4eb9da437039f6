import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliveryChannel, DeliveryMethod, OutgoingMessage } from './delivery-channel.ts';

/** For development: writes each message into a file instead of sending it. */
export class SinkChannel implements DeliveryChannel {
  readonly #directory: string;
  readonly #method: `${DeliveryMethod}`;

  constructor(method: `${DeliveryMethod}`, directory: string) {
    this.#method = method;
    this.#directory = directory;
  }

  async send({ id, to, text }: OutgoingMessage): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await writeFile(join(this.#directory, `${id}.${this.#method.toLowerCase()}.json`), JSON.stringify({ method: this.#method, to, text }), { mode: 0o600 });
  }
}
