import { Module } from '@nestjs/common';
import { AskToTakePart } from './ask-to-take-part.use-case.ts';
import { DecideParticipationRequest } from './decide-participation-request.use-case.ts';
import { ParticipationRequests } from './participation-requests.query.ts';
import { ParticipationRequestsResolver } from './participation-requests.resolver.ts';
import { RequestParticipation } from './request-participation.use-case.ts';
import { WithdrawParticipationRequest } from './withdraw-participation-request.use-case.ts';

@Module({ providers: [ParticipationRequests, ParticipationRequestsResolver, RequestParticipation, AskToTakePart, DecideParticipationRequest, WithdrawParticipationRequest] })
export class IntakeModule {}
