import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BridgedCall, CallBridge } from './call-bridge.ts';

/** For development: writes each call into a file instead of placing it. */
export class SinkBridge implements CallBridge {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async connect({ id, caller, callee }: BridgedCall): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await writeFile(join(this.#directory, `${id}.call.json`), JSON.stringify({ method: 'CALL', to: caller, text: `is connected with ${callee}` }), { mode: 0o600 });
  }
}
