import { Module } from '@nestjs/common';
import { DecideParticipationRequest } from './decide-participation-request.use-case.ts';
import { ParticipationRequests } from './participation-requests.query.ts';
import { ParticipationRequestsResolver } from './participation-requests.resolver.ts';
import { RequestParticipation } from './request-participation.use-case.ts';
import { WithdrawParticipationRequest } from './withdraw-participation-request.use-case.ts';

@Module({ providers: [ParticipationRequests, ParticipationRequestsResolver, RequestParticipation, DecideParticipationRequest, WithdrawParticipationRequest] })
export class IntakeModule {}
