import type { DomainError } from '@fc/domain-kernel';
import { eventsHeardBy, messagingSteps } from '@fc/messaging';
import { auditEntrySchema, tenancySteps, type Projection, type SchemaStep, type ServiceSchema } from '@fc/tenancy';
import type { Type } from '@nestjs/common';
import { accessEntities } from './access/access.entities.ts';
import { accessSteps } from './access/access-steps.ts';
import type { ErasedWords } from './erasure/erased-words.ts';
import type { WordsErased } from './erasure/erasure.module.ts';
import type { RetainedKinds } from './retention/due-records.ts';
import * as families from './access/families.consumers.ts';
import * as people from './access/people.consumers.ts';

/** One deployable part of the graph: what it keeps and what it can do. */
export interface Subgraph {
  readonly schema: ServiceSchema;
  /** Nest modules, one a feature. */
  readonly features: readonly Type[];
  /** Types of other services that get fields here though no field of this service leads to them. */
  readonly extends?: readonly Type[];
  /** What this service keeps of a person in words, which their erasure takes, and the event that reports it; identity reports to nobody. */
  readonly erasure: { readonly words: readonly ErasedWords[]; readonly report?: WordsErased };
  /** What this service keeps for which a county can say how long; identity reports of its own. */
  readonly retained?: RetainedKinds;
  /** What a person is told, in their own log, of each kind of record of theirs that somebody saw or changed; nothing of a kind that is not here. */
  readonly ownRecords?: Readonly<Record<string, string>>;
  /** Queries and mutations of which the trail tells a program supervisor alone: that somebody sent one is itself nobody else's to know. */
  readonly supervisorsAlone?: readonly string[];
}

/** Tables that these consumers write, and who do nothing else. What they hold can be made again from the events. */
export const projection = (tables: readonly string[], ...consumers: readonly Type[]): Projection => ({
  tables,
  consumers: consumers.map((consumer) => ({ name: consumer.name, events: eventsHeardBy(consumer) })),
});

/** Who is on what, which every service projects. */
const access = (): Projection =>
  projection(['access_account', 'access_role', 'access_party', 'access_child', 'access_case_member', 'access_pair', 'access_elevation'], ...Object.values(people), ...Object.values(families));

/** A service's schema: its own entities and steps behind those of the libraries. */
export const serviceSchema = (own: {
  readonly service: string;
  readonly entities: ServiceSchema['entities'];
  readonly steps: readonly SchemaStep[];
  readonly refusals?: Readonly<Record<string, () => DomainError>>;
  readonly projections?: readonly Projection[];
  readonly notices?: ServiceSchema['notices'];
}): ServiceSchema => ({
  service: own.service,
  entities: [auditEntrySchema, ...accessEntities, ...own.entities] as ServiceSchema['entities'],
  steps: [...tenancySteps, ...messagingSteps, ...accessSteps, ...own.steps],
  refusals: own.refusals ?? {},
  projections: [access(), ...(own.projections ?? [])],
  notices: own.notices ?? {},
});
