import { Allow, Role } from '@fc/auth';
import { Query, Resolver } from '@nestjs/graphql';
import { PossibleDuplicateView } from './duplicates.views.ts';
import { PossibleDuplicates } from './possible-duplicates.query.ts';

@Resolver(() => PossibleDuplicateView)
export class DuplicatesResolver {
  constructor(private readonly possible: PossibleDuplicates) {}

  @Query(() => [PossibleDuplicateView], { nullable: true, description: 'Records that may be of one person, the likeliest first; 50 at most.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  possibleDuplicates(): Promise<PossibleDuplicateView[]> {
    return this.possible.all();
  }
}
