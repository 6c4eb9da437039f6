import { Allow, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PersonMergeView, PossibleDuplicateView } from './duplicates.views.ts';
import { MergePeople, MergePeopleInput } from './merge-people.use-case.ts';
import { PersonMerges } from './person-merges.query.ts';
import { PossibleDuplicates } from './possible-duplicates.query.ts';
import { UnmergePeople, UnmergePeopleInput } from './unmerge-people.use-case.ts';

@Resolver(() => PersonMergeView)
export class DuplicatesResolver {
  constructor(
    private readonly possible: PossibleDuplicates,
    private readonly merges: PersonMerges,
    private readonly merging: MergePeople,
    private readonly unmerging: UnmergePeople,
  ) {}

  @Query(() => [PossibleDuplicateView], { nullable: true, description: 'Records that may be of one person, the likeliest first; 50 at most.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  possibleDuplicates(): Promise<PossibleDuplicateView[]> {
    return this.possible.all();
  }

  @Query(() => [PersonMergeView], { nullable: true, description: 'Merges in which that record is the survivor or the duplicate; undone ones too, oldest first.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  personMerges(@Args('personId', { type: () => UUID }) personId: Id<'Person'>): Promise<PersonMergeView[]> {
    return this.merges.ofPerson(personId);
  }

  @Mutation(() => PersonMergeView, { description: 'What the duplicate held moves to the survivor, and a prohibition holds for both. Errors IDENTITY.MERGE_IN_USE, IDENTITY.MERGE_OF_CHILD, IDENTITY.MERGE_OPEN_MATTERS, IDENTITY.MERGE_NOT_POSSIBLE, IDENTITY.MERGED_ALREADY.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async mergePeople(@Args('input') input: MergePeopleInput): Promise<PersonMergeView> {
    return this.merges.byId(await this.merging.run(input));
  }

  @Mutation(() => PersonMergeView, { description: 'Undoes mergePeople: each holds again what was theirs. A prohibition that came in between holds for both; `saidSince` lists whatever else was said meanwhile. Errors IDENTITY.MERGE_UNDONE, PERSON_ERASED.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  async unmergePeople(@Args('input') input: UnmergePeopleInput): Promise<PersonMergeView> {
    return this.merges.byId(await this.unmerging.run(input));
  }
}
