// Refused at services/matching/src/proposal.entity.ts by no-restricted-syntax
// Refused at libs/messaging/src/outbox.ts by no-restricted-syntax
// Allowed at libs/tenancy/src/county-db.ts
export { EntityManager } from '@mikro-orm/postgresql';
