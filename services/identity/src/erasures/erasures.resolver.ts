import { Allow, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CarryOutErasure, CarryOutErasureInput } from './carry-out-erasure.use-case.ts';
import { ConfirmErasureInput, DecideErasure, WithdrawErasureInput } from './decide-erasure.use-case.ts';
import { ErasureInServiceView, ErasurePage, ErasureView } from './erasure.view.ts';
import { Erasures } from './erasures.query.ts';
import { RequestErasure, RequestErasureInput } from './request-erasure.use-case.ts';
import { RequestRelativeErasure, RequestRelativeErasureInput } from './request-relative-erasure.use-case.ts';

@Resolver(() => ErasureView)
export class ErasuresResolver {
  constructor(
    private readonly erasures: Erasures,
    private readonly requesting: RequestErasure,
    private readonly requestingOfRelative: RequestRelativeErasure,
    private readonly deciding: DecideErasure,
    private readonly carryingOut: CarryOutErasure,
  ) {}

  @Query(() => ErasurePage, { name: 'erasures', nullable: true, description: 'Asked for, waiting, carried out and withdrawn.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs): Promise<Page<ErasureView>> {
    return this.erasures.page(args);
  }

  @ResolveField(() => [ErasureInServiceView], { nullable: true, description: 'The part of each other service in an erasure that is carried out, moments later. None before it is.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  inServices(@Parent() erasure: ErasureView): Promise<ErasureInServiceView[]> {
    return this.erasures.inServices(erasure);
  }

  @Mutation(() => ErasureView, { description: 'Asks that a person be erased; somebody else confirms it. Of a coordinator or program supervisor only a program supervisor. Errors IDENTITY.ERASURE_REQUESTED_ALREADY, IDENTITY.NOT_YOURSELF, PERSON_ERASED.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async requestErasure(@Args('input') input: RequestErasureInput): Promise<ErasureView> {
    return this.erasures.byId(await this.requesting.run(input));
  }

  @Mutation(() => ErasureView, { description: 'Asks that a relative who is known by name alone be forgotten; somebody else confirms it, and it goes on as the erasure of a person. Errors IDENTITY.RELATIVE_IS_PERSON, IDENTITY.ERASURE_REQUESTED_ALREADY, PERSON_ERASED.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async requestRelativeErasure(@Args('input') input: RequestRelativeErasureInput): Promise<ErasureView> {
    return this.erasures.byId(await this.requestingOfRelative.run(input));
  }

  @Mutation(() => ErasureView, { description: 'By another than who asked. The county’s waiting time begins. Errors IDENTITY.ANOTHER_CONFIRMS, IDENTITY.ERASURE_NOT_NOW, IDENTITY.NOT_YOURSELF.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async confirmErasure(@Args('input') input: ConfirmErasureInput): Promise<ErasureView> {
    return this.erasures.byId(await this.deciding.confirm(input));
  }

  @Mutation(() => ErasureView, { description: 'Until it is carried out. Error IDENTITY.ERASURE_NOT_NOW.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async withdrawErasure(@Args('input') input: WithdrawErasureInput): Promise<ErasureView> {
    return this.erasures.byId(await this.deciding.withdraw(input));
  }

  @Mutation(() => ErasureView, { description: 'After the waiting time; nobody can undo it. Answers the certificate. Errors IDENTITY.ERASURE_WAITS, IDENTITY.ERASURE_NOT_NOW, IDENTITY.ERASURE_NOT_POSSIBLE, PROTECTED_UNAVAILABLE.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async carryOutErasure(@Args('input') input: CarryOutErasureInput): Promise<ErasureView> {
    return this.erasures.byId(await this.carryingOut.run(input));
  }
}
