/** How much of it: `small` in every test run, `full` in `npm run test:deep`. Counts and time limits alike. */
export const deep = (small: number, full: number): number => (process.env['FC_DEEP'] === '1' ? full : small);
