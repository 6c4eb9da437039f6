import { Module } from '@nestjs/common';
import { OpenRequests } from './open-requests.query.ts';
import { OpenRequestsResolver } from './open-requests.resolver.ts';

@Module({ providers: [OpenRequestsResolver, OpenRequests] })
export class OpenRequestsModule {}
