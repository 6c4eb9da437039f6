export enum DeliveryMethod {
  MAIL = 'MAIL',
  TEXT = 'TEXT',
}
export const deliveryMethods: readonly `${DeliveryMethod}`[] = Object.values(DeliveryMethod);

export interface OutgoingMessage {
  /** The notification's id: a provider that is asked twice can tell. */
  readonly id: string;
  /** An email address, or a phone number in E.164. */
  readonly to: string;
  readonly text: string;
  /** Where a POST says, without signing in, that no more messages are wanted this way. */
  readonly stop: string;
}

/** One way to people. */
export interface DeliveryChannel {
  /** Answers when the provider has taken the message over. Throws `NotDelivered`, or anything else for what may work later. */
  send(message: OutgoingMessage): Promise<void>;
}

/** This address takes no message, now or later: another way has to be found. */
export class NotDelivered extends Error {}
