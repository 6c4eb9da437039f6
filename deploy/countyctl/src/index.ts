export { addCounty } from './add-county.ts';
export { readCountyFile, readCountyFiles, type CountyFile } from './county-file.ts';
export type { Platform, Progress } from './platform.ts';
export { schemas } from './schemas.ts';
export { asAdministrator } from './steps/database.ts';
export { identityClientSecret, operatorClientSecret } from './steps/realm.ts';
export { changeRegistry, ensureRegistry, readRegistry } from './steps/registry.ts';
