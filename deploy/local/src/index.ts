export { startIdentityProvider, type IdentityProviderOptions, type LocalIdentityProvider } from './identity-provider.ts';
export { startNats, type LocalNats, type NatsOptions, type NatsUser } from './nats.ts';
export { natsPermissions, type NatsPermissions } from './nats-permissions.ts';
export { findNatsServer } from './nats-server.ts';
export { startPostgres, type LocalPostgres, type PostgresOptions } from './postgres.ts';
export { requestToken } from './token.ts';
