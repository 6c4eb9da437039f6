export { contractOf, defineEvent, envelopeSchema, eventContracts, type EventContract, type EventData, type EventEnvelope, type EventOf } from './event-contract.ts';
