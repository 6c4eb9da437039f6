export { Actor, dataOf, Refused, type GraphQLAnswer } from '@fc/local';
export { eventually } from './eventually.ts';
export { infrastructure, type Infrastructure } from './infrastructure.ts';
export { TestCounty } from './test-county.ts';
export { World } from './world.ts';
