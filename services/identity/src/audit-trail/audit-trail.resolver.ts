import { Allow, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { AuditEntryPage, type AuditEntryView } from './audit-entry.view.ts';
import { AuditTrail } from './audit-trail.query.ts';

@Resolver()
export class AuditTrailResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Query(() => AuditEntryPage, { nullable: true, description: 'Identity’s part of the county’s trail, newest first. Who looked at it is written down.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  identityAuditTrail(@Args() args: PageArgs): Promise<Page<AuditEntryView>> {
    return this.trail.page(args);
  }
}
