import { AllowSignedIn } from '@fc/auth';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MissReason } from './due-window.ts';
import { MeetingWindowView } from './due-window.view.ts';
import { ToldReasons } from './told-reasons.query.ts';

@Resolver(() => MeetingWindowView)
export class MeetingWindowResolver {
  constructor(private readonly told: ToldReasons) {}

  @ResolveField(() => MissReason, { nullable: true, description: 'Why it was missed; empty while nobody has said so. For the caseworkers on the connection and coordinators; everybody else reads OTHER for CONTACT_PROHIBITED and SAFETY too.' })
  @AllowSignedIn()
  missReason(@Parent() window: MeetingWindowView): Promise<`${MissReason}` | null> {
    return this.told.of(window);
  }
}
