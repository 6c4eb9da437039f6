export { outcomes } from './app.module.ts';
