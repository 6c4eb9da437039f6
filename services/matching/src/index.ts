export { matching } from './app.module.ts';
