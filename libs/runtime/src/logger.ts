import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { DestinationStream, Logger } from 'pino';

/** JSON lines, on standard output unless they are to go elsewhere. Fields that may hold a token or a person's details are cut out before they are written. */
export const createLogger = (service: string, level = 'info', to?: DestinationStream): Logger => {
  const options = {
    name: service,
    level,
    base: { service },
    redact: { paths: ['authorization', 'headers.authorization', 'token', 'password', '*.password', '*.token', 'variables', 'data'], remove: true },
  };
  return to ? pino(options, to) : pino(options);
};

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
