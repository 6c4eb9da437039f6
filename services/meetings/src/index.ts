export { meetings } from './app.module.ts';
export { SweepDeadlines } from './deadlines/sweep-deadlines.ts';
