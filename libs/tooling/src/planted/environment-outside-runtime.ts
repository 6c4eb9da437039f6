// Refused at services/matching/src/main.ts by no-restricted-syntax
// Refused at libs/tenancy/src/county-db.ts by no-restricted-syntax
// Allowed at libs/runtime/src/config.ts
// Allowed at deploy/local/src/launch.ts
export const port = process.env['PORT'];
