export { Consumer, eventsHeardBy, On } from './consumer.decorator.ts';
export { Inbox } from './inbox/inbox.ts';
export { ParkedEvents, type ParkedEvent, type ParkedState, type RetryPolicy } from './inbox/parked-events.ts';
export { messagingSteps } from './messaging-steps.ts';
export { Outbox } from './outbox/outbox.ts';
export { OutboxRelay } from './outbox/relay.ts';
export { Broker, nkeySecret } from './transport/broker.ts';
export { JetStreamStrategy } from './transport/jetstream-strategy.ts';
export { countySubjects, parkedEventsSubject, streamName, subjectOf } from './transport/subjects.ts';
