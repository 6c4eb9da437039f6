export { familyTime } from './app.module.ts';
