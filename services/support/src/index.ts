export { support } from './app.module.ts';
