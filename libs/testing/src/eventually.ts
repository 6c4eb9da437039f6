import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer no longer throws; then answers it. For effects in another service, never for a command's own answer. */
export async function eventually<Answer>(ask: () => Promise<Answer>, { within = 8_000, every = 25 } = {}): Promise<Answer> {
  const until = Date.now() + within;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(every);
    }
  }
}
