/**
 * A refusal that a person can understand. `code` is stable and read by programs (`MATCHING.MENTOR_FULL`);
 * `message` is read by people and reveals nothing they may not know.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** "Not there" and "not yours" answer alike. */
export const notFound = (what: string): DomainError => new DomainError('NOT_FOUND', `There is no such ${what}, or you are not on its case.`);

export const forbidden = (message = 'Your role does not allow this.'): DomainError => new DomainError('FORBIDDEN', message);
