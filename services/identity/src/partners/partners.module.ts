import { Module } from '@nestjs/common';
import { EndPartnerGrant } from './end-partner-grant.use-case.ts';
import { GrantPartnerAccess } from './grant-partner-access.use-case.ts';
import { Partners } from './partners.query.ts';
import { PartnersResolver } from './partners.resolver.ts';
import { RegisterPartner } from './register-partner.use-case.ts';

@Module({ providers: [Partners, PartnersResolver, RegisterPartner, GrantPartnerAccess, EndPartnerGrant] })
export class PartnersModule {}
