import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildProfileEntryView, ProfiledChild } from './child-profile.view.ts';
import { ChildProfiles } from './child-profiles.query.ts';
import { ProfileField } from './profile-field.ts';
import { RenewProfileConsent, RenewProfileConsentInput } from './renew-profile-consent.use-case.ts';
import { WriteChildProfile, WriteChildProfileInput } from './write-child-profile.use-case.ts';

@Resolver(() => ProfiledChild)
export class ChildProfilesResolver {
  constructor(
    private readonly profiles: ChildProfiles,
    private readonly writing: WriteChildProfile,
    private readonly renewing: RenewProfileConsent,
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

  @ResolveField(() => [ChildProfileEntryView], { nullable: true, description: 'For a parent on the connection with the home where the child lives now: what was told before and that home does not read yet. It goes along once the parent renews the consent.' })
  @AllowSignedIn()
  profileToRenew(@Parent() child: ProfiledChild, @Args('connectionId', { type: () => UUID }) connectionId: Id<'FamilyConnection'>): Promise<ChildProfileEntryView[]> {
    return this.profiles.toRenew(child.id, connectionId);
  }

  @Mutation(() => [ChildProfileEntryView], { description: 'For a parent on the connection. Errors MEETINGS.TOLD_TO_ONE_HOME, CHANGED_MEANWHILE.' })
  @Allow(Role.PARENT)
  async renewProfileConsent(@Args('input') input: RenewProfileConsentInput): Promise<ChildProfileEntryView[]> {
    await this.renewing.renew(input);
    return this.profiles.written(input.entryIds);
  }

  @Mutation(() => [ChildProfileEntryView], { description: 'For a parent on the connection: from then on that home reads it no more, also where it was told there. Whoever told it still does.' })
  @Allow(Role.PARENT)
  async withdrawProfileConsent(@Args('input') input: RenewProfileConsentInput): Promise<ChildProfileEntryView[]> {
    await this.renewing.withdraw(input);
    return this.profiles.written(input.entryIds);
  }

  @Mutation(() => [ChildProfileEntryView], { description: 'For a parent or a caregiver of the connection, with or without a permission to write to each other. Errors CONTACT_NOT_POSSIBLE where it is prohibited, MEETINGS.NOTHING_TOLD, MEETINGS.CONSENT_NEEDED, MEETINGS.NOT_THIS_CHILD, CHANGED_MEANWHILE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async writeChildProfile(@Args('input') input: WriteChildProfileInput): Promise<ChildProfileEntryView[]> {
    return this.profiles.written(await this.writing.run(input));
  }
}
