import { Module } from '@nestjs/common';
import { AppointSiteLead } from './appoint-site-lead.use-case.ts';
import { EnrolAtSite } from './enrol-at-site.use-case.ts';
import { RegisterSite } from './register-site.use-case.ts';
import { Sites } from './sites.query.ts';
import { SitesResolver } from './sites.resolver.ts';

@Module({ providers: [SitesResolver, Sites, RegisterSite, AppointSiteLead, EnrolAtSite] })
export class SitesModule {}
