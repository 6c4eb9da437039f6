// Refused at services/matching/src/rank.ts by max-lines
// Followed by 400 blank lines
export const weight = 1;

// Instead
export const weight = 1;
