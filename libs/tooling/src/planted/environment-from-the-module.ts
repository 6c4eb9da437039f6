// Refused at services/matching/src/main.ts by no-restricted-syntax
// Allowed at libs/runtime/src/config.ts
export { env } from 'node:process';
