export interface BridgedCall {
  /** Names the call in the bridge's own records; says nothing of the people. */
  readonly id: string;
  /** E.164. This phone rings first; once it is answered, the other one does. */
  readonly caller: string;
  /** E.164. */
  readonly callee: string;
}

/** Connects two phones, each of which sees the program's number and never the other one's (R79). */
export interface CallBridge {
  /** Answers when the provider has taken the call over. Throws `NotConnected`, or anything else for what may work in a moment. */
  connect(call: BridgedCall): Promise<void>;
}

/** One of these two cannot be called, now or later. */
export class NotConnected extends Error {}
