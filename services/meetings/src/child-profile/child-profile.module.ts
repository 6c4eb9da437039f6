import { Module } from '@nestjs/common';
import { ChildProfiles } from './child-profiles.query.ts';
import { ChildProfilesResolver } from './child-profiles.resolver.ts';
import { WriteChildProfile } from './write-child-profile.use-case.ts';

@Module({ providers: [ChildProfiles, ChildProfilesResolver, WriteChildProfile] })
export class ChildProfileModule {}
