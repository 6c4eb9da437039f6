export { Actor, ask, dataOf, Refused, type GraphQLAnswer } from '@fc/local/program';
export { deep } from './deep.ts';
export { eventually } from './eventually.ts';
export { openConnection, placeFamily, type TestFamily } from './family.ts';
export { infrastructure, type Infrastructure } from './infrastructure.ts';
export { SharedWorld } from './shared-world.ts';
export { TestCounty } from './test-county.ts';
export { TestWorld, type PlatformParts } from './test-world.ts';
export type { SharedPlatform } from './shared-platform.ts';
