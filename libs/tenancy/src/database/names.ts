import type { CountySlug } from '@fc/domain-kernel';

/** The PostgreSQL schema that a service owns in every county's database. */
export const schemaName = (service: string): string => service.replaceAll('-', '_');

/** The login role of one service in one county: it can connect to that county's database alone and use that schema alone. */
export const roleName = (county: CountySlug, service: string): string => `${county}_${schemaName(service)}`;

export const databaseName = (county: CountySlug): string => `county_${county}`;

/** Where the secret provider keeps that role's password. */
export const passwordSecret = (county: CountySlug, service: string): string => `counties/${county}/${service}.password`;

/** The login role of one service in the state's database: `state_outcomes`. */
export const stateRoleName = (stateDatabase: string, service: string): string => `${stateDatabase}_${schemaName(service)}`;

export const statePasswordSecret = (service: string): string => `state/${service}.password`;
