import { DomainError } from '@fc/domain-kernel';

/** The code with which something is refused; null where it is done. */
export function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
