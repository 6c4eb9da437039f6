import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { WorkItemPage } from './work-item.view.ts';
import { WorkArgs, WorkLists } from './work-lists.query.ts';

@Resolver()
export class DeadlinesResolver {
  constructor(private readonly work: WorkLists) {}

  @Query(() => WorkItemPage, {
    nullable: true,
    description: 'What whoever asks is to do, the soonest first: missed, due and approaching, each with who else is to do it and why; a first contact that was missed and is due no more, until somebody says why it was. For the supervisor of a caseworker what they were reminded of, because nobody had done it. For parents and caregivers also that they wanted to look at their agreement again, and for everybody what they promised in a family meeting. Empty while this service cannot be reached.',
  })
  @AllowSignedIn()
  myWork(@Args() args: WorkArgs): Promise<WorkItemPage> {
    return this.work.mine(args);
  }

  @Query(() => WorkItemPage, { nullable: true, description: 'Whatever is due in the county, the soonest first, and first contacts that were missed and are due no more, until somebody says why they were. For coordinators and program supervisors.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  countyWork(@Args() args: WorkArgs): Promise<WorkItemPage> {
    return this.work.ofCounty(args);
  }
}
