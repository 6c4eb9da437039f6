import { Module } from '@nestjs/common';
import { AcceptReferral } from './accept-referral.use-case.ts';
import { CloseReferral } from './close-referral.use-case.ts';
import { ReferToService } from './refer-to-service.use-case.ts';
import { Referrals } from './referrals.query.ts';
import { ReferralsResolver } from './referrals.resolver.ts';

@Module({ providers: [Referrals, ReferralsResolver, ReferToService, AcceptReferral, CloseReferral] })
export class ReferralsModule {}
