import { describe, expect, it } from '@jest/globals';
import { DomainError, forbidden, notFound } from './index.ts';

describe('domain error', () => {
  it('carries a code for programs, a message for people and the cause for the log', () => {
    const cause = new Error('unique violation');
    const refusal = new DomainError('MATCHING.MENTOR_FULL', 'This mentor has no room at present.', { cause });
    expect(refusal).toMatchObject({ name: 'DomainError', code: 'MATCHING.MENTOR_FULL', message: 'This mentor has no room at present.', cause });
    expect(refusal).toBeInstanceOf(Error);
  });

  it('answers alike for what is not there and what is not yours', () => {
    expect(notFound('meeting').code).toBe('NOT_FOUND');
    expect(notFound('meeting').message).toContain('or you are not on its case');
  });

  it('refuses without saying what was asked for', () => {
    expect(forbidden()).toMatchObject({ code: 'FORBIDDEN', message: 'Your role does not allow this.' });
  });
});
