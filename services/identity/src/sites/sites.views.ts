import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ConfidentialFact } from '../confidential-facts/confidential-fact.entity.ts';
import { REDISCLOSURE_NOTICE } from '../confidential-facts/redisclosure-notice.ts';
import { SiteKind, type ProgramSite } from './program-site.entity.ts';
import type { SiteLead } from './site-lead.entity.ts';

registerEnumType(SiteKind, { name: 'SiteKind' });

@ObjectType('SiteLead', { description: 'Somebody who leads a site.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SiteLeadView {
  @Field(() => UUID)
  id!: Id<'SiteLead'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => Instant)
  from!: Temporal.Instant;

  static from({ id, personId, from }: Row<SiteLead>): SiteLeadView {
    return Object.assign(new SiteLeadView(), { id, personId, from });
  }
}

@ObjectType('ProgramSite', { description: 'A place at which the county runs its program. For those who see the county, and its leads; families know the program by its own name alone.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ProgramSiteView {
  @Field(() => UUID)
  id!: Id<'ProgramSite'>;

  @Field(() => SiteKind)
  kind!: `${SiteKind}`;

  @Field(() => String)
  name!: string;

  @Field(() => [SiteLeadView], { description: 'Those who lead it now.' })
  leads!: readonly SiteLeadView[];

  static from({ id, kind, name }: Row<ProgramSite>, leads: readonly Row<SiteLead>[]): ProgramSiteView {
    return Object.assign(new ProgramSiteView(), { id, kind, name, leads: leads.map(SiteLeadView.from) });
  }
}

@ObjectType('SiteEnrolment', { description: 'That somebody belongs to a site, which 42 CFR Part 2 protects. For the leads of that site alone; the person reads it among their confidential facts, as does whom a written consent names.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SiteEnrolmentView {
  @Field(() => UUID, { description: 'Also the id of the confidential fact.' })
  id!: Id<'ConfidentialFact'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => Instant)
  enrolledAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while they belong to it.' })
  leftAt!: Temporal.Instant | null;

  @Field(() => String, { description: 'Goes with every disclosure.' })
  notice!: string;

  static from({ id, personId, recordedAt, endedAt }: Row<ConfidentialFact>): SiteEnrolmentView {
    return Object.assign(new SiteEnrolmentView(), { id, personId, enrolledAt: recordedAt, leftAt: endedAt, notice: REDISCLOSURE_NOTICE });
  }
}
