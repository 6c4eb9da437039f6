// Refused at services/matching/src/when-placement-changed.consumer.ts by no-restricted-syntax
// Refused at gateway/src/live.ts by no-restricted-syntax
// Allowed at libs/messaging/src/transport.ts
// Allowed at deploy/countyctl/src/streams.ts
// Allowed at test/resilience/broker-stops.int-spec.ts
import type { NatsConnection } from '@nats-io/nats-core';
export type Connection = NatsConnection;
