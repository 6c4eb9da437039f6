import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.ts';
import { DeclareMentorConflict } from './declare-mentor-conflict.use-case.ts';
import { DescribeMentor } from './describe-mentor.use-case.ts';
import { EndMentorRoles } from './end-mentor-roles.ts';
import { FreeTimesResolver } from './free-times.resolver.ts';
import { MentorProfiles } from './mentor-profiles.query.ts';
import { MentorProfilesResolver } from './mentor-profiles.resolver.ts';
import { RegisterMentorProfile } from './register-mentor-profile.use-case.ts';
import { SetMentorCapacity } from './set-mentor-capacity.use-case.ts';
import { WhenAccessChanged } from './when-access-changed.consumer.ts';
import { WhenPeopleMerged } from './when-people-merged.consumer.ts';
import { WhenRoleRevoked } from './when-role-revoked.consumer.ts';

@Module({ imports: [RunsModule], controllers: [WhenRoleRevoked, WhenAccessChanged, WhenPeopleMerged], providers: [EndMentorRoles, MentorProfiles, MentorProfilesResolver, FreeTimesResolver, RegisterMentorProfile, DescribeMentor, DeclareMentorConflict, SetMentorCapacity] })
export class ProfilesModule {}
