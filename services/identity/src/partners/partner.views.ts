import { PartnerScope, partnerScopes } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PartnerGrant } from './partner-grant.entity.ts';
import type { Partner } from './partner.entity.ts';

registerEnumType(PartnerScope, { name: 'PartnerScope', description: 'What a grant can cover; `PartnerScopeCover` names the fields of each. None tells who anybody is, or where. INTAKE: to ask that a family take part.' });

@ObjectType('PartnerScopeCover')
export class PartnerScopeCoverView {
  @Field(() => PartnerScope)
  scope!: `${PartnerScope}`;

  @Field(() => [String], { description: 'As `Type.field`.' })
  fields!: readonly string[];

  static of(scope: `${PartnerScope}`): PartnerScopeCoverView {
    return Object.assign(new PartnerScopeCoverView(), { scope, fields: partnerScopes[scope] });
  }
}

@ObjectType('PartnerGrant', { description: 'What a partner organisation may ask in this county. For its own program, coordinators and program supervisors.' })
export class PartnerGrantView {
  @Field(() => UUID)
  id!: Id<'PartnerGrant'>;

  @Field(() => String)
  organisation!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'Which of the organisation’s programs asks; empty where it has but one.' })
  program!: string | null;

  @Field(() => [PartnerScopeCoverView])
  covers!: readonly PartnerScopeCoverView[];

  @Field(() => [UUID], { description: 'Each answers as long as the family connection is open. None, where the grant covers INTAKE alone.' })
  connectionIds!: readonly Id<'FamilyConnection'>[];

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant)
  until!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'When somebody ended it or gave another in its place.' })
  endedAt!: Temporal.Instant | null;

  @Field(() => Int)
  requestsPerMinute!: number;

  @Field(() => Int, { description: 'Fields in the answers, as the gateway counts them before it asks.' })
  costPerMinute!: number;

  static from({ id, purpose, program = null, scopes, connectionIds, from, until, endedAt, requestsPerMinute, costPerMinute }: Row<PartnerGrant>, { organisation }: Row<Partner>): PartnerGrantView {
    const covers = scopes.map(PartnerScopeCoverView.of);
    return Object.assign(new PartnerGrantView(), { id, organisation, purpose, program, covers, connectionIds, from, until, endedAt, requestsPerMinute, costPerMinute });
  }
}

@ObjectType('Partner', { description: 'A partner organisation. For coordinators and program supervisors.' })
export class PartnerView {
  @Field(() => UUID)
  id!: Id<'Partner'>;

  @Field(() => String)
  organisation!: string;

  @Field(() => String, { description: 'Its client in the county’s realm.' })
  clientId!: string;

  @Field(() => PartnerGrantView, { nullable: true, description: 'The one that lasts at present.' })
  grant!: PartnerGrantView | null;

  static from(partner: Row<Partner>, grant: Row<PartnerGrant> | undefined): PartnerView {
    const { id, organisation, clientId } = partner;
    return Object.assign(new PartnerView(), { id, organisation, clientId, grant: grant ? PartnerGrantView.from(grant, partner) : null });
  }
}

@ObjectType()
export class PartnerPage extends pageOf(PartnerView) {}
