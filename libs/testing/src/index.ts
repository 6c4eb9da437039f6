export { Actor, ask, dataOf, Refused, type GraphQLAnswer } from '@fc/local';
export { deep } from './deep.ts';
export { eventually } from './eventually.ts';
export { openConnection, placeFamily, type TestFamily } from './family.ts';
export { infrastructure, type Infrastructure } from './infrastructure.ts';
export { ServiceProcess } from './service-process.ts';
export { TestCounty } from './test-county.ts';
export { World, type OutgoingMessage, type WorldOptions } from './world.ts';
