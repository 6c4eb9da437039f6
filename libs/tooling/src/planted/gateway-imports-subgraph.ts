// Refused at gateway/src/main.ts by no-restricted-syntax
// Allowed at services/matching/src/main.ts
export * from '@fc/subgraph';
