import { UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProtectiveFactor } from '../protective-factors/protective-factor.ts';
import type { KnownOrganization } from './known-organizations.ts';
import { OrganizationKind, OrganizationOffer, OrganizationScope, type OrganizationFacts } from './organization-facts.ts';
import type { Organization } from './organization.entity.ts';

registerEnumType(OrganizationKind, { name: 'OrganizationKind', description: 'PARTNERSHIP: several organizations, parents and caregivers who work as one.' });
registerEnumType(OrganizationScope, { name: 'OrganizationScope', description: 'How far it reaches.' });
registerEnumType(OrganizationOffer, { name: 'OrganizationOffer' });

@ObjectType('Organization', { description: 'Somebody who stands by families in foster care. Its fields are named as in the Human Services Data Specification where that knows them.' })
export class OrganizationView implements OrganizationFacts {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  alternateName!: string | null;

  @Field(() => String)
  description!: string;

  @Field(() => String)
  website!: string;

  @Field(() => OrganizationKind)
  kind!: `${OrganizationKind}`;

  @Field(() => OrganizationScope)
  scope!: `${OrganizationScope}`;

  @Field(() => [OrganizationOffer])
  offers!: readonly `${OrganizationOffer}`[];

  @Field(() => [ProtectiveFactor], { description: 'The protective factors that what it offers families is meant to strengthen; none where nobody has said so.' })
  strengthens!: readonly `${ProtectiveFactor}`[];

  @Field(() => [String], { description: 'BCP 47 tags.' })
  languages!: readonly string[];

  @Field(() => String, { nullable: true, description: 'How parents, caregivers and young people can take part in its advocacy; empty where they cannot.' })
  advocacy!: string | null;

  @Field(() => String, { description: 'Where the facts were read; of one that the county has added, the county’s coordinators.' })
  source!: string;

  static ofPlatform({ stateFips: _, ...known }: KnownOrganization): OrganizationView {
    return Object.assign(new OrganizationView(), known);
  }

  static ofCounty({ id, name, alternateName = null, description, website, kind, scope, offers, strengthens, languages, advocacy = null }: Row<Organization>): OrganizationView {
    return Object.assign(new OrganizationView(), { id, name, alternateName, description, website, kind, scope, offers, strengthens, languages, advocacy, source: 'The county’s coordinators' });
  }
}
