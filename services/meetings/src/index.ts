export { meetings } from './app.module.ts';
