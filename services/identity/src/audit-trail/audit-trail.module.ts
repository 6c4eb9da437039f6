import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.query.ts';
import { AuditTrailResolver } from './audit-trail.resolver.ts';

@Module({ providers: [AuditTrail, AuditTrailResolver] })
export class AuditTrailModule {}
