import { Field, InputType } from '@nestjs/graphql';
import { ProtectiveFactor } from '../protective-factors/protective-factor.ts';
import { OrganizationKind, OrganizationOffer, OrganizationScope } from './organization-facts.ts';
import type { CountyOrganizationFacts } from './organization.entity.ts';
import { nationalIsKnown } from './organizations.errors.ts';

/** What a coordinator says of an organization. */
@InputType({ isAbstract: true })
export abstract class OrganizationInput {
  @Field(() => String, { description: 'Up to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'A short or a former name.' })
  alternateName?: string | null;

  @Field(() => String, { description: 'In a few plain sentences, up to 1,000 characters.' })
  description!: string;

  @Field(() => String)
  website!: string;

  @Field(() => OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => OrganizationScope, { description: 'COUNTY or STATE.' })
  scope!: OrganizationScope;

  @Field(() => [OrganizationOffer])
  offers!: OrganizationOffer[];

  @Field(() => [ProtectiveFactor], { defaultValue: [], description: 'What of the five its offers to families are meant to strengthen.' })
  strengthens!: ProtectiveFactor[];

  @Field(() => [String], { description: 'BCP 47 tags.' })
  languages!: string[];

  @Field(() => String, { nullable: true, description: 'How parents, caregivers and young people can take part in its advocacy; empty where they cannot.' })
  advocacy?: string | null;
}

/** Throws `SUPPORT.NOT_OF_A_COUNTY`. */
export function factsIn({ name, alternateName, description, website, kind, scope, offers, strengthens, languages, advocacy }: OrganizationInput): CountyOrganizationFacts {
  if (scope === OrganizationScope.NATIONAL) throw nationalIsKnown();
  return { name, alternateName: alternateName ?? null, description, website, kind, scope, offers, strengthens, languages, advocacy: advocacy ?? null };
}
