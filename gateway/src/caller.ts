/** What the gateway knows about who asks, and passes on with every request to a service. */
export interface Caller {
  /** The verified bearer token; left out of a request for public content, which brings none. */
  readonly token?: string;
  /** A UUID that follows the request through logs, events and the audit trail. */
  readonly correlationId: string;
  /** For a partner organisation's program: takes from its grant's budget what its request costs. Throws `BudgetSpent`. */
  readonly spendCost?: (cost: number) => Promise<void>;
}
