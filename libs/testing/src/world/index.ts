// A platform that a test has for itself. It loads all that the services are made of: most tests need only `SharedWorld`.
export { ServiceProcess } from './service-process.ts';
export { StatementLog } from './statement-log.ts';
export { World, type OutgoingMessage, type WorldOptions } from './world.ts';
