// Refused at services/matching/src/main.ts by no-restricted-syntax
// Allowed at libs/testing/src/infrastructure.ts
const { env } = process;
export const port = env['PORT'];
