import { readFile } from 'node:fs/promises';
import type { Logger } from '@fc/runtime';
import type { SupergraphManager, SupergraphSdlUpdateFunction } from '@apollo/gateway';

/**
 * The composed supergraph in a file, followed while the gateway runs. A new one is swapped in between two requests; one
 * that is broken or gone is reported once, and the one in use stays.
 */
export class FileSupergraph implements SupergraphManager {
  readonly #file: string;
  readonly #pollMs: number;
  readonly #logger: Logger;
  #seen = '';
  #reported = '';

  constructor({ file, pollMs, logger }: { file: string; pollMs: number; logger: Logger }) {
    this.#file = file;
    this.#pollMs = pollMs;
    this.#logger = logger;
  }

  async initialize({ update }: { update: SupergraphSdlUpdateFunction }): Promise<{ supergraphSdl: string; cleanup: () => Promise<void> }> {
    this.#seen = await readFile(this.#file, 'utf8');
    const timer = setInterval(() => void this.#follow(update), this.#pollMs).unref();
    return { supergraphSdl: this.#seen, cleanup: async () => clearInterval(timer) };
  }

  async #follow(update: SupergraphSdlUpdateFunction): Promise<void> {
    try {
      const sdl = await readFile(this.#file, 'utf8');
      this.#reported = '';
      if (sdl === this.#seen) return;
      this.#seen = sdl;
      update(sdl);
      this.#logger.info('a new supergraph is in use');
    } catch (error) {
      const reason = String(error);
      if (reason !== this.#reported) this.#logger.error({ reason }, 'the supergraph file was refused; the one in use stays');
      this.#reported = reason;
    }
  }
}
