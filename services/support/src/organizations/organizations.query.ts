import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ProtectiveFactor } from '../protective-factors/protective-factor.ts';
import { knownOrganizations } from './known-organizations.ts';
import { OrganizationKind, OrganizationOffer, OrganizationScope } from './organization-facts.ts';
import { Organization } from './organization.entity.ts';
import { OrganizationView } from './organization.view.ts';

/** How many of a county's own one answer holds. */
const most = 500;

@InputType({ description: 'Only those of which all of this is true.' })
export class OrganizationsWhere {
  @Field(() => OrganizationKind, { nullable: true })
  kind?: OrganizationKind | null;

  @Field(() => OrganizationScope, { nullable: true })
  scope?: OrganizationScope | null;

  @Field(() => OrganizationOffer, { nullable: true })
  offers?: OrganizationOffer | null;

  @Field(() => ProtectiveFactor, { nullable: true })
  strengthens?: ProtectiveFactor | null;

  @Field(() => String, { nullable: true, description: 'A language that is spoken there, as its BCP 47 tag.' })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: one can take part in its advocacy.' })
  advocacy?: boolean | null;
}

/** Reads the directory: what the platform knows for all, and what the county has added. */
@Injectable()
export class Organizations {
  constructor(private readonly db: CountyDb) {}

  async directory(where: OrganizationsWhere = {}): Promise<OrganizationView[]> {
    const order = new Intl.Collator('en');
    return (await this.#all()).filter(fits(where)).sort((one, other) => order.compare(one.name, other.name));
  }

  /** For the answer to whoever has just changed it. */
  byId(id: Id<'Organization'>): Promise<OrganizationView> {
    return this.db.read(async (reader) => OrganizationView.ofCounty(await reader.getRow(Organization, id)));
  }

  #all(): Promise<OrganizationView[]> {
    return this.db.read(async (reader) => {
      const own = await reader.rows(Organization, { withdrawnAt: null }, { orderBy: { id: 'asc' }, limit: most });
      return [...knownOrganizations(reader.context.county.fips).map(OrganizationView.ofPlatform), ...own.map(OrganizationView.ofCounty)];
    });
  }
}

const fits =
  ({ kind, scope, offers, strengthens, language, advocacy }: OrganizationsWhere) =>
  (one: OrganizationView): boolean =>
    (!kind || one.kind === kind) &&
    (!scope || one.scope === scope) &&
    (!offers || one.offers.includes(offers)) &&
    (!strengthens || one.strengthens.includes(strengthens)) &&
    (!language || one.languages.includes(language)) &&
    (advocacy == null || (one.advocacy !== null) === advocacy);
