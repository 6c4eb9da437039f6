import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildView } from '../families/families.views.ts';
import { AssignCase, AssignCaseInput } from './assign-case.use-case.ts';
import { CaseAssignmentView } from './case-assignment.view.ts';
import { CaseAssignments } from './case-assignments.query.ts';
import { EndCaseAssignment, EndCaseAssignmentInput } from './end-case-assignment.use-case.ts';

@Resolver(() => ChildView)
export class CaseAssignmentsResolver {
  constructor(
    private readonly assignments: CaseAssignments,
    private readonly assigning: AssignCase,
    private readonly ending: EndCaseAssignment,
  ) {}

  @ResolveField(() => [CaseAssignmentView], { name: 'caseAssignments', description: 'Those who work on the child’s case at present.' })
  @AllowSignedIn()
  assignmentsOf(@Parent() child: ChildView): Promise<CaseAssignmentView[]> {
    return this.assignments.ofChild(child.id);
  }

  @Mutation(() => [CaseAssignmentView], { description: 'For a coordinator, a caseworker’s supervisor or a program supervisor. Errors IDENTITY.ROLE_MISSING, IDENTITY.ALREADY_ASSIGNED, IDENTITY.NO_CHILD.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER_SUPERVISOR, Role.PROGRAM_SUPERVISOR)
  async assignCase(@Args('input') input: AssignCaseInput): Promise<CaseAssignmentView[]> {
    return this.assignments.byIds(await this.assigning.run(input));
  }

  @Mutation(() => CaseAssignmentView, { description: 'For those who assign. Error IDENTITY.ASSIGNMENT_ENDED.' })
  @Allow(Role.COORDINATOR, Role.CASEWORKER_SUPERVISOR, Role.PROGRAM_SUPERVISOR)
  async endCaseAssignment(@Args('input') input: EndCaseAssignmentInput): Promise<CaseAssignmentView> {
    return this.assignments.byId(await this.ending.run(input));
  }
}
