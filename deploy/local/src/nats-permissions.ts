/** Subjects that a NATS user may publish on and subscribe to. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  /** Whether it may answer, once, what it is asked. */
  readonly answers?: boolean;
}

/** The part of each service, the gateway and the operator in the messaging of all counties. A service connects with `inboxPrefix: '_INBOX_<service>'`. */
export function natsPermissions(service: string): NatsPermissions {
  const inbox = `_INBOX_${service}.>`;
  switch (service) {
    case 'admin':
      return { publish: ['>'], subscribe: ['>'] };
    case 'gateway':
      return { publish: [], subscribe: ['county.>', inbox] };
    default:
      return { publish: [`county.*.${service}.>`, `ask.*.*.${service}.>`, ...ownConsumer(service)], subscribe: [inbox, `ask.*.${service}.>`], answers: true };
  }
}

/** Its durable in each county's stream (the `*`), which countyctl makes; no other consumer, and no change to a stream. */
const ownConsumer = (durable: string): string[] => [
  '$JS.API.INFO',
  '$JS.API.STREAM.INFO.*',
  `$JS.API.CONSUMER.INFO.*.${durable}`,
  `$JS.API.CONSUMER.MSG.NEXT.*.${durable}`,
  `$JS.ACK.*.${durable}.>`,
];
