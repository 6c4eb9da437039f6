import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildView } from '../families/families.views.ts';
import { CasePlanLimitView } from './case-plan-limit.view.ts';
import { CasePlan } from './case-plan.query.ts';
import { EndCasePlanLimitInput, SetCasePlanLimit, SetCasePlanLimitInput } from './set-case-plan-limit.use-case.ts';

@Resolver(() => ChildView)
export class CasePlanResolver {
  constructor(
    private readonly plan: CasePlan,
    private readonly setting: SetCasePlanLimit,
  ) {}

  @ResolveField(() => [CasePlanLimitView], {
    nullable: true,
    description: 'What the case plan sets for contact. Those who work on the case see all of it; everybody else what concerns themself or somebody with whom they are on a family connection.',
  })
  @AllowSignedIn()
  casePlanLimits(@Parent() child: ChildView): Promise<CasePlanLimitView[]> {
    return this.plan.ofChild(child.id);
  }

  @Mutation(() => [CasePlanLimitView], {
    description: 'Sets or revises it. For a coordinator, or the caseworker of the case. Errors IDENTITY.NO_CHANNEL, IDENTITY.INVALID_FREQUENCY, IDENTITY.NOT_OF_THE_FAMILY, DATE_TOO_EARLY.',
  })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async setCasePlanLimit(@Args('input') input: SetCasePlanLimitInput): Promise<CasePlanLimitView[]> {
    return this.plan.byIds(await this.setting.set(input));
  }

  @Mutation(() => CasePlanLimitView, { description: 'For a coordinator, or the caseworker of the case. Errors IDENTITY.LIMIT_ENDED, DATE_TOO_EARLY.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async endCasePlanLimit(@Args('input') input: EndCasePlanLimitInput): Promise<CasePlanLimitView> {
    return (await this.plan.byIds([await this.setting.end(input)]))[0]!; // one id in, one view out
  }
}
