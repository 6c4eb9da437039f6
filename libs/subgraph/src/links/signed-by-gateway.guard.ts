import { RequestVerifier, SIGNATURE_HEADER } from '@fc/auth';
import { Injectable, UnauthorizedException, type CanActivate, type ExecutionContext, type RawBodyRequest } from '@nestjs/common';
import type { Request } from 'express';

/** Lets in what the gateway signed, which is all that is known of somebody who follows a link. */
@Injectable()
export class SignedByGateway implements CanActivate {
  constructor(private readonly requests: RequestVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { headers, rawBody } = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const signature = headers[SIGNATURE_HEADER];
    const signed = await this.requests.verify(typeof signature === 'string' ? signature : undefined, { body: rawBody ?? '' }).catch(() => undefined);
    if (signed?.issuer !== 'gateway') throw new UnauthorizedException();
    return true;
  }
}
