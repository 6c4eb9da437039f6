import { Module } from '@nestjs/common';
import { MatchesModule } from '../matches/matches.module.ts';
import { AskForRematch } from './ask-for-rematch.use-case.ts';
import { RematchRequests } from './rematch-requests.query.ts';
import { RematchRequestsResolver } from './rematch-requests.resolver.ts';
import { TakeBackRematchRequest } from './take-back-rematch-request.use-case.ts';

@Module({ imports: [MatchesModule], providers: [RematchRequests, RematchRequestsResolver, AskForRematch, TakeBackRematchRequest] })
export class RematchRequestsModule {}
