import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildView } from '../families/families.views.ts';
import { AddRelative, AddRelativeInput } from './add-relative.use-case.ts';
import { AssessRelative, AssessRelativeInput } from './assess-relative.use-case.ts';
import { NotifyRelative, RecordRelativeNoticeInput, WaiveRelativeNoticeInput } from './notify-relative.use-case.ts';
import { RecordRelativeSearch, RecordRelativeSearchInput } from './record-relative-search.use-case.ts';
import { Relatives } from './relatives.query.ts';
import { RelativeNoticeDuePage, RelativeNoticeDueView, RelativeSearchStepView, RelativeView } from './relatives.views.ts';

@Resolver(() => ChildView)
export class RelativesResolver {
  constructor(
    private readonly kin: Relatives,
    private readonly searching: RecordRelativeSearch,
    private readonly adding: AddRelative,
    private readonly notifying: NotifyRelative,
    private readonly assessing: AssessRelative,
  ) {}

  @ResolveField(() => [RelativeView], { nullable: true, description: 'For those who work on the case: their caseworker with supervisor, a coordinator, a program supervisor.' })
  @AllowSignedIn()
  relatives(@Parent() child: ChildView): Promise<RelativeView[]> {
    return this.kin.ofChild(child.id);
  }

  @ResolveField(() => [RelativeSearchStepView], { nullable: true, description: 'How relatives were looked for, oldest first. For those who work on the case.' })
  @AllowSignedIn()
  relativeSearch(@Parent() child: ChildView): Promise<RelativeSearchStepView[]> {
    return this.kin.searchOf(child.id);
  }

  @Query(() => RelativeNoticeDuePage, { nullable: true, description: 'Children in foster care of whom relatives are still to be found or notified: of one’s own cases, or of the county for a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR)
  relativeNoticesDue(@Args() args: PageArgs): Promise<Page<RelativeNoticeDueView>> {
    return this.kin.due(args);
  }

  @Mutation(() => [RelativeSearchStepView], { description: 'For a coordinator, or the caseworker of the case. Error DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async recordRelativeSearch(@Args('input') input: RecordRelativeSearchInput): Promise<RelativeSearchStepView[]> {
    return this.kin.searchByIds(await this.searching.run(input));
  }

  @Mutation(() => [RelativeView], { description: 'For a coordinator, or the caseworker of the case.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async addRelative(@Args('input') input: AddRelativeInput): Promise<RelativeView[]> {
    return this.kin.byIds(await this.adding.run(input));
  }

  @Mutation(() => RelativeView, { description: 'For a coordinator, or the caseworker of the case. Errors IDENTITY.NOTICE_SENT, IDENTITY.NOTICE_WAIVED, IDENTITY.NOT_TO_BE_NOTIFIED, IDENTITY.NOT_IN_CARE, DATE_TOO_EARLY, DATE_IN_FUTURE.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async recordRelativeNotice(@Args('input') input: RecordRelativeNoticeInput): Promise<RelativeView> {
    return this.#one(await this.notifying.record(input));
  }

  @Mutation(() => RelativeView, { description: 'For a coordinator, or the caseworker of the case. Errors IDENTITY.NOTICE_SENT, IDENTITY.NOTICE_WAIVED, IDENTITY.NOT_TO_BE_NOTIFIED.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async waiveRelativeNotice(@Args('input') input: WaiveRelativeNoticeInput): Promise<RelativeView> {
    return this.#one(await this.notifying.waive(input));
  }

  @Mutation(() => RelativeView, { description: 'For a coordinator, or the caseworker of the case.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER)
  async assessRelative(@Args('input') input: AssessRelativeInput): Promise<RelativeView> {
    return this.#one(await this.assessing.run(input));
  }

  async #one(id: RelativeView['id']): Promise<RelativeView> {
    return (await this.kin.byIds([id]))[0]!; // one id in, one view out
  }
}
