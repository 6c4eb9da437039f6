// Refused at services/matching/src/rank.ts by @typescript-eslint/no-explicit-any
export const first = (list: any[]) => list[0];

// Instead
export const first = <T>(list: readonly T[]): T | undefined => list[0];
