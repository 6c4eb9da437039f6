import { Module } from '@nestjs/common';
import { AddOrganization } from './add-organization.use-case.ts';
import { ChangeOrganization } from './change-organization.use-case.ts';
import { Organizations } from './organizations.query.ts';
import { OrganizationsResolver } from './organizations.resolver.ts';

@Module({ providers: [OrganizationsResolver, Organizations, AddOrganization, ChangeOrganization] })
export class OrganizationsModule {}
