import { Allow, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { DeclareMentorConflict, DeclareMentorConflictInput } from './declare-mentor-conflict.use-case.ts';
import { DescribeMentor, DescribeMentorInput } from './describe-mentor.use-case.ts';
import { MentorProfilePage, MentorProfileView } from './mentor-profile.view.ts';
import { MentorProfiles } from './mentor-profiles.query.ts';
import { RegisterMentorProfile, RegisterMentorProfileInput } from './register-mentor-profile.use-case.ts';
import { SetMentorCapacity, SetMentorCapacityInput } from './set-mentor-capacity.use-case.ts';

@Resolver(() => MentorProfileView)
export class MentorProfilesResolver {
  constructor(
    private readonly profiles: MentorProfiles,
    private readonly registering: RegisterMentorProfile,
    private readonly declaring: DeclareMentorConflict,
    private readonly capacities: SetMentorCapacity,
    private readonly describing: DescribeMentor,
  ) {}

  @Query(() => MentorProfilePage, { name: 'mentorProfiles', nullable: true, description: 'Everybody who mentors in this county. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs): Promise<Page<MentorProfileView>> {
    return this.profiles.page(args);
  }

  @Query(() => MentorProfileView, { name: 'myMentorProfile', nullable: true, description: 'Of whoever asks; the first one of two roles unless one is named. Empty before a coordinator has registered them.' })
  @Allow(Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  mine(@Args('mentorRole', { type: () => MentorRole, nullable: true }) mentorRole: `${MentorRole}` | null): Promise<MentorProfileView | null> {
    return this.profiles.mine(mentorRole);
  }

  @Mutation(() => MentorProfileView, {
    description: 'For a coordinator. Errors MATCHING.NOT_A_MENTOR, MATCHING.OWN_CASE_NOT_CLOSED, MATCHING.NO_FOSTER_EXPERIENCE, MATCHING.KIN_MAY_NOT_MENTOR, MATCHING.CAPACITY_OUT_OF_RANGE, MATCHING.UNKNOWN_LANGUAGE, MATCHING.ALREADY_REGISTERED.',
  })
  @Allow(Role.COORDINATOR)
  async registerMentorProfile(@Args('input') input: RegisterMentorProfileInput): Promise<MentorProfileView> {
    return this.profiles.byId(await this.registering.run(input));
  }

  @Mutation(() => MentorProfileView, { description: 'What matching should know of a mentor. For the mentor or a coordinator. Errors INVALID_HOURS, MATCHING.UNKNOWN_EXPERIENCE, MATCHING.LIMITS_CONTRADICT, MATCHING.LEAVE_ENDS_FIRST, MATCHING.TOO_MANY_DAYS_AWAY, MATCHING.TOO_MANY_EXCEPTIONS, MATCHING.HOURS_CONTRADICT, MATCHING.UNKNOWN_LANGUAGE, MATCHING.UNKNOWN_TIME_ZONE.' })
  @Allow(Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async describeMentor(@Args('input') input: DescribeMentorInput): Promise<MentorProfileView> {
    return this.profiles.byId(await this.describing.run(input));
  }

  @Mutation(() => MentorProfileView, { description: 'For a coordinator or the mentor themself.' })
  @Allow(Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async declareMentorConflict(@Args('input') input: DeclareMentorConflictInput): Promise<MentorProfileView> {
    return this.profiles.byId(await this.declaring.run(input));
  }

  @Mutation(() => MentorProfileView, { description: 'For a coordinator or the mentor themself. Error MATCHING.CAPACITY_OUT_OF_RANGE.' })
  @Allow(Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async setMentorCapacity(@Args('input') input: SetMentorCapacityInput): Promise<MentorProfileView> {
    return this.profiles.byId(await this.capacities.run(input));
  }
}
