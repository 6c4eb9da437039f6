// The people of a county's program and what they ask, for whoever does not run the platform itself.
export { Actor, type SignIn } from './actor.ts';
export { CountyProgram, type CountyProgramOptions, type NewPerson } from './county-program.ts';
export { ask, dataOf, Refused, type GraphQLAnswer } from './graphql-client.ts';
export { stateAdministrator } from './state-administrator.ts';
