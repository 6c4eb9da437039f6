export { startIdentityProvider, type IdentityProviderOptions, type LocalIdentityProvider } from './identity-provider.ts';
export { startNats, type LocalNats, type NatsOptions, type NatsUser } from './nats.ts';
export { natsPermissions, type NatsPermissions } from './nats-permissions.ts';
export { findNatsServer } from './nats-server.ts';
export { startPostgres, type LocalPostgres, type PostgresOptions } from './postgres.ts';
export { requestToken } from './token.ts';
export { Actor, type SignIn } from './program/actor.ts';
export { CountyProgram, type CountyProgramOptions, type NewPerson } from './program/county-program.ts';
export { ask, dataOf, Refused, type GraphQLAnswer } from './program/graphql-client.ts';
