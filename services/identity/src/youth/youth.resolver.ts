import { Allow, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { People } from '../people/people.query.ts';
import { PersonView } from '../people/person.view.ts';
import { GiveYouthFeedback, GiveYouthFeedbackInput } from './give-youth-feedback.use-case.ts';
import { InviteYouth, InviteYouthInput } from './invite-youth.use-case.ts';
import { YouthCare } from './youth.query.ts';
import { MyCareView, YouthFeedbackPage, YouthFeedbackView } from './youth.views.ts';

@Resolver()
export class YouthResolver {
  constructor(
    private readonly care: YouthCare,
    private readonly people: People,
    private readonly inviting: InviteYouth,
    private readonly giving: GiveYouthFeedback,
  ) {}

  @Query(() => MyCareView, { nullable: true, description: 'For a young person in care, from the county’s age on. Error IDENTITY.TOO_YOUNG.' })
  @Allow(Role.YOUTH)
  myCare(): Promise<MyCareView> {
    return this.care.mine();
  }

  @Query(() => YouthFeedbackPage, { nullable: true, description: 'What young people have said, oldest first.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  youthFeedback(@Args() args: PageArgs): Promise<Page<YouthFeedbackView>> {
    return this.care.feedback(args);
  }

  @Mutation(() => PersonView, { description: 'Gives a child who is old enough an account of their own. Errors IDENTITY.TOO_YOUNG, IDENTITY.ACCOUNT_ALREADY_THERE.' })
  @Allow(Role.COORDINATOR)
  async inviteYouth(@Args('input') input: InviteYouthInput): Promise<PersonView> {
    return this.people.byId(await this.inviting.run(input));
  }

  @Mutation(() => YouthFeedbackView, { description: 'For a young person in care, from the county’s age on. Error IDENTITY.TOO_YOUNG.' })
  @Allow(Role.YOUTH)
  async giveYouthFeedback(@Args('input') input: GiveYouthFeedbackInput): Promise<YouthFeedbackView> {
    return this.care.feedbackById(await this.giving.run(input));
  }
}
