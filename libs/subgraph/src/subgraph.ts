import type { DomainError } from '@fc/domain-kernel';
import { messagingSteps } from '@fc/messaging';
import { auditEntrySchema, tenancySteps, type SchemaStep, type ServiceSchema } from '@fc/tenancy';
import type { Type } from '@nestjs/common';
import { accessEntities } from './access/access.entities.ts';
import { accessSteps } from './access/access-steps.ts';

/** One deployable part of the graph: what it keeps and what it can do. */
export interface Subgraph {
  readonly schema: ServiceSchema;
  /** Nest modules, one a feature. */
  readonly features: readonly Type[];
  /** Types of other services that get fields here though no field of this service leads to them. */
  readonly extends?: readonly Type[];
}

/** A service's schema: its own entities and steps behind those of the libraries. */
export const serviceSchema = (own: {
  readonly service: string;
  readonly entities: ServiceSchema['entities'];
  readonly steps: readonly SchemaStep[];
  readonly refusals?: Readonly<Record<string, () => DomainError>>;
}): ServiceSchema => ({
  service: own.service,
  entities: [auditEntrySchema, ...accessEntities, ...own.entities] as ServiceSchema['entities'],
  steps: [...tenancySteps, ...messagingSteps, ...accessSteps, ...own.steps],
  refusals: own.refusals ?? {},
});
