import { readdirSync } from 'node:fs';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { tests } from './places.mjs';

// The rule reads the project graph from a cache and skips itself where there is none. Here the graph is made first, or the run fails.
await createProjectGraphAsync();

const services = readdirSync(`${import.meta.dirname}/../../../../services`);

/** What may depend on what, by the tags in each package.json. Tests may import the test library, test tools and other services, which make the people and events that they need; what is shipped may not. */
const constraints = ({ testing, testTools, otherServices }) => {
  const lower = ['type:kernel', 'type:contracts', 'type:lib', ...testing];
  return [
    { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'], allowedExternalImports: ['temporal-polyfill', 'uuid', ...testTools] },
    { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'], allowedExternalImports: ['zod', ...testTools] },
    { sourceTag: 'type:lib', onlyDependOnLibsWithTags: lower },
    { sourceTag: 'type:testing', onlyDependOnLibsWithTags: [...lower, 'type:deploy', 'type:gateway'] },
    { sourceTag: 'type:service', onlyDependOnLibsWithTags: [...lower, ...otherServices] },
    ...services.map((name) => ({ sourceTag: `scope:${name}`, onlyDependOnLibsWithTags: [...lower, `scope:${name}`, ...otherServices] })),
    { sourceTag: 'type:gateway', onlyDependOnLibsWithTags: ['type:kernel', 'type:lib', ...testing] },
    { sourceTag: 'type:deploy', onlyDependOnLibsWithTags: [...lower, 'type:service', 'type:gateway', 'type:deploy'] },
    { sourceTag: 'type:tooling', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:lib'] },
  ];
};

/** The test library starts whole platforms, so by the operator's tools it depends on the services whose tests use it. */
const testCircles = [
  ['@fc/testing', '@fc/countyctl'],
  ['@fc/testing', '@fc/local'],
];

const enforce = (depConstraints, options = {}) => ({ '@nx/enforce-module-boundaries': ['error', { depConstraints, banTransitiveDependencies: true, ...options }] });

/** The arrows between the packages; no cycles; no path into the inside of another package; nothing from npm that no package.json declares. */
export const boundaries = [
  {
    files: ['**/*.{ts,mjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@nx': nx },
    rules: enforce(constraints({ testing: [], testTools: [], otherServices: [] })),
  },
  { files: tests, rules: enforce(constraints({ testing: ['type:testing'], testTools: ['@jest/globals', 'fast-check'], otherServices: ['type:service'] }), { ignoredCircularDependencies: testCircles }) },
];
