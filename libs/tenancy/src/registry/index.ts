export { activeCounty } from './active-county.ts';
export { countySchema, countySettingsSchema, registrySnapshotSchema, retainedRecords, type County, type CountySettings, type RegistrySnapshot, type RetentionStart } from './county.ts';
export { publishSnapshot } from './publish-snapshot.ts';
export { Registry, type RegistryListener, type RegistryOptions } from './registry.ts';
export { generateRegistryKeys, signSnapshot, verifySnapshot } from './snapshot.ts';
