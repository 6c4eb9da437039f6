export { isOnCaseOf, onVisibleConnections, requireOnConnection, rolesOnConnection, sharesCircleWith, visibleConnections } from './access/circle.ts';
export { IdempotencyKey, Instant, LocalDate, UUID } from './graphql/scalars.ts';
export { bootstrapSubgraph } from './server/bootstrap-subgraph.ts';
export { printSchema } from './server/print-schema.ts';
export { startSubgraph, type RunningSubgraph } from './server/start-subgraph.ts';
export { serviceSchema, type Subgraph } from './subgraph.ts';
