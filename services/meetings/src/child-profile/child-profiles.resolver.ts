import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildProfileEntryView, ProfiledChild } from './child-profile.view.ts';
import { ChildProfiles } from './child-profiles.query.ts';
import { ProfileField } from './profile-field.ts';
import { WriteChildProfile, WriteChildProfileInput } from './write-child-profile.use-case.ts';

@Resolver(() => ProfiledChild)
export class ChildProfilesResolver {
  constructor(
    private readonly profiles: ChildProfiles,
    private readonly writing: WriteChildProfile,
  ) {}

  @ResolveField(() => [ChildProfileEntryView], { nullable: true, description: 'The newest entry of each field, as far as it was told to whoever asks; empty for whoever has nothing to do with the child.' })
  @AllowSignedIn()
  profile(@Parent() child: ProfiledChild): Promise<ChildProfileEntryView[]> {
    return this.profiles.newest(child.id);
  }

  @ResolveField(() => [ChildProfileEntryView], { nullable: true, description: 'Every revision of one field, the newest first.' })
  @AllowSignedIn()
  profileHistory(@Parent() child: ProfiledChild, @Args('field', { type: () => ProfileField }) field: ProfileField): Promise<ChildProfileEntryView[]> {
    return this.profiles.history(child.id, field);
  }

  @Mutation(() => [ChildProfileEntryView], { description: 'For a parent or a caregiver of the connection. Errors MEETINGS.NOTHING_TOLD, MEETINGS.NOT_THIS_CHILD, CHANGED_MEANWHILE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async writeChildProfile(@Args('input') input: WriteChildProfileInput): Promise<ChildProfileEntryView[]> {
    return this.profiles.written(await this.writing.run(input));
  }
}
