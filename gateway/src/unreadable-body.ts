import type { NextFunction, Request, Response } from 'express';
import { refusal } from './refusal.ts';

/** Answers a body that the JSON parser did not take. */
export function refuseUnreadableBody(error: { readonly status?: number }, _request: Request, response: Response, next: NextFunction): void {
  if (error.status === 413) response.status(413).json(refusal('REQUEST_TOO_LARGE', 'This request is too large.'));
  else if (error.status !== undefined && error.status < 500) response.status(400).json(refusal('BAD_REQUEST', 'The body of this request is not JSON that can be read.'));
  else next(error);
}
