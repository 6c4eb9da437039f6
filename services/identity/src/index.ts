export { identity } from './app.module.ts';
