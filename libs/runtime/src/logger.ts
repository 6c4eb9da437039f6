import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on standard output. Fields that may hold a token or a person's details are cut out before they are written. */
export const createLogger = (service: string, level = 'info'): Logger =>
  pino({
    name: service,
    level,
    base: { service },
    redact: { paths: ['authorization', 'headers.authorization', 'token', 'password', '*.password', '*.token', 'variables', 'data'], remove: true },
  });

/** Nest's own messages in the same stream. */
export class NestLogger implements LoggerService {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  log(message: unknown, context?: string): void {
    this.#logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.#logger.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.#logger.error({ context, stack }, String(message));
  }
  fatal(message: unknown, context?: string): void {
    this.#logger.fatal({ context }, String(message));
  }
}
