import { AllowSignedIn } from '@fc/auth';
import { Query, Resolver } from '@nestjs/graphql';
import { DeadlineView } from './deadline.view.ts';
import { MyDeadlines } from './my-deadlines.query.ts';

@Resolver()
export class DeadlinesResolver {
  constructor(private readonly mine: MyDeadlines) {}

  @Query(() => [DeadlineView], {
    name: 'myDeadlines',
    nullable: true,
    description: 'What is still to be done on the connections of whoever asks, the soonest first, up to 100 of each kind; follow-up talks for their mentor alone. Empty while this service cannot be reached.',
  })
  @AllowSignedIn()
  myDeadlines(): Promise<DeadlineView[]> {
    return this.mine.soonestFirst();
  }
}
