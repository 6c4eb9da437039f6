import { Module } from '@nestjs/common';
import { ChildProfiles } from './child-profiles.query.ts';
import { ChildProfilesResolver } from './child-profiles.resolver.ts';
import { RenewProfileConsent } from './renew-profile-consent.use-case.ts';
import { WriteChildProfile } from './write-child-profile.use-case.ts';

@Module({ providers: [ChildProfiles, ChildProfilesResolver, WriteChildProfile, RenewProfileConsent] })
export class ChildProfileModule {}
