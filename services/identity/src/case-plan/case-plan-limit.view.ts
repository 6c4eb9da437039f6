import { Temporal, type Id } from '@fc/domain-kernel';
import { ContactChannels, contactSupervisions, Instant, UUID, type ContactChannel, type ContactSupervision } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CasePlanLimit, LimitTerms } from './case-plan-limit.entity.ts';

export const ContactSupervisions = Object.fromEntries(contactSupervisions.map((level) => [level, level])) as { readonly [Level in ContactSupervision]: Level };
registerEnumType(ContactSupervisions, { name: 'ContactSupervision', description: 'MONITORED: somebody looks in from time to time.' });

@ObjectType('CasePlanTerms', { description: 'What the case plan sets for contact.' })
export class CasePlanTermsView {
  @Field(() => Int, { description: 'Counts from 1.' })
  revision!: number;

  @Field(() => [ContactChannels], { description: 'These ways of contact, and no others.' })
  channels!: readonly ContactChannel[];

  @Field(() => Int, { nullable: true, description: 'At most so often; empty where the plan leaves it open.' })
  timesPerWeek!: number | null;

  @Field(() => ContactSupervisions, { nullable: true, description: 'At least so much; empty where the plan leaves it open.' })
  supervision!: ContactSupervision | null;

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while no end is set.' })
  until!: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Where the plan can be found. For those who work on the case; empty for everybody else.' })
  document!: string | null;

  static from(terms: LimitTerms & { revision: number }, forStaff: boolean): CasePlanTermsView {
    const { revision, channels, timesPerWeek, supervision, from, until, document } = terms;
    return Object.assign(new CasePlanTermsView(), { revision, channels, timesPerWeek, supervision, from, until, document: forStaff ? document : null });
  }
}

@ObjectType('CasePlanLimit', { description: 'What the case plan sets for the contact of a child and one of the family.' })
@Directive('@key(fields: "id", resolvable: false)')
export class CasePlanLimitView {
  @Field(() => UUID)
  id!: Id<'CasePlanLimit'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => UUID, { description: 'A parent, or another relative of the child.' })
  personId!: Id<'Person'>;

  @Field(() => CasePlanTermsView)
  terms!: CasePlanTermsView;

  @Field(() => [CasePlanTermsView], { description: 'Earlier revisions, oldest first.' })
  earlier!: readonly CasePlanTermsView[];

  static from(limit: Row<CasePlanLimit>, forStaff: boolean): CasePlanLimitView {
    const { id, childId, personId } = limit;
    const earlier = limit.earlier.map((terms) => ({ ...terms, from: Temporal.Instant.from(terms.from), until: terms.until ? Temporal.Instant.from(terms.until) : null }));
    const now = { ...limit, timesPerWeek: limit.timesPerWeek ?? null, supervision: limit.supervision ?? null, until: limit.until ?? null, document: limit.document ?? null };
    return Object.assign(new CasePlanLimitView(), { id, childId, personId, terms: CasePlanTermsView.from(now, forStaff), earlier: earlier.map((terms) => CasePlanTermsView.from(terms, forStaff)) });
  }
}
