import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AcceptReferral, AcceptReferralInput } from './accept-referral.use-case.ts';
import { CloseReferral, CloseReferralInput } from './close-referral.use-case.ts';
import { ReferToService, ReferToServiceInput } from './refer-to-service.use-case.ts';
import { ReferralView } from './referral.view.ts';
import { Referrals } from './referrals.query.ts';

@Resolver(() => ReferralView)
export class ReferralsResolver {
  constructor(
    private readonly referrals: Referrals,
    private readonly referring: ReferToService,
    private readonly accepting: AcceptReferral,
    private readonly closing: CloseReferral,
  ) {}

  @Query(() => [ReferralView], { name: 'myReferrals', nullable: true, description: 'The newest 100 that are for whoever asks, or were made by them.' })
  @AllowSignedIn()
  mine(): Promise<ReferralView[]> {
    return this.referrals.mine();
  }

  @Mutation(() => ReferralView, { description: 'For a coordinator, and for a navigator or caseworker who works with the person’s family.' })
  @Allow(Role.NAVIGATOR, Role.CASEWORKER, Role.COORDINATOR)
  async referToService(@Args('input') input: ReferToServiceInput): Promise<ReferralView> {
    return this.referrals.byId(await this.referring.run(input));
  }

  @Mutation(() => ReferralView, { description: 'For the person whom it is for. Errors SUPPORT.REFERRAL_ALREADY_ACCEPTED, SUPPORT.REFERRAL_CLOSED.' })
  @AllowSignedIn()
  async acceptReferral(@Args('input') input: AcceptReferralInput): Promise<ReferralView> {
    return this.referrals.byId(await this.accepting.run(input));
  }

  @Mutation(() => ReferralView, { description: 'For the person and whoever made it. Errors SUPPORT.REFERRAL_NOT_ACCEPTED where it is said to have served, SUPPORT.REFERRAL_CLOSED.' })
  @AllowSignedIn()
  async closeReferral(@Args('input') input: CloseReferralInput): Promise<ReferralView> {
    return this.referrals.byId(await this.closing.run(input));
  }
}
