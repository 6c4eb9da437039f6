export { SweepRelativeNotices } from './relatives/sweep-relative-notices.ts';
export { identity } from './app.module.ts';
