// Refused at services/matching/src/main.ts by no-restricted-syntax
// Refused at gateway/src/main.ts by no-restricted-syntax
// Allowed at deploy/countyctl/src/main.ts
console.log('listening');
