// Refused at services/matching/src/proposals.query.ts by no-restricted-syntax
// Refused at services/matching/test/proposals.int-spec.ts by no-restricted-syntax
// Allowed at libs/tenancy/src/county-db.ts
// Allowed at libs/testing/src/postgres.ts
// Allowed at deploy/countyctl/src/migrate.ts
export const { Client } = await import('pg');
