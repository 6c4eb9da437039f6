import { DomainError } from '@fc/domain-kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface PartnerBudget {
  readonly requestsPerMinute: number;
  readonly costPerMinute: number;
}

/** A budget that is spent; it says when there is one again. */
export class BudgetSpent extends DomainError {
  /** Whole seconds. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('PARTNER_BUDGET_SPENT', `Your organisation has asked for as much as its grant allows in a minute. Please try again in ${retryAfter} s.`);
    this.retryAfter = retryAfter;
  }
}

interface Limiters {
  readonly requests: RateLimiterMemory;
  readonly cost: RateLimiterMemory;
}

/**
 * What each grant has spent in this minute. Kept in this process: of several gateways each has its share, so that all of them
 * together let no more through than the grant says. A share is one at least.
 */
export class PartnerBudgets {
  readonly #replicas: number;
  readonly #limiters = new Map<string, Limiters>();

  /** `replicas`: how many gateways there are, this one among them. */
  constructor(replicas = 1) {
    this.#replicas = replicas;
  }

  /** Throws `BudgetSpent`. */
  spendRequest(grantId: string, budget: PartnerBudget): Promise<void> {
    return spend(this.#of(grantId, budget).requests, grantId, 1);
  }

  /** Throws `BudgetSpent`; what costs more than a whole minute's share is always refused. */
  spendCost(grantId: string, budget: PartnerBudget, cost: number): Promise<void> {
    return spend(this.#of(grantId, budget).cost, grantId, cost);
  }

  #of(grantId: string, budget: PartnerBudget): Limiters {
    const known = this.#limiters.get(grantId);
    if (known) return known; // a grant's budget never changes: another budget is another grant
    const limiter = (budget: number): RateLimiterMemory => new RateLimiterMemory({ points: Math.max(1, Math.floor(budget / this.#replicas)), duration: 60 });
    const limiters = { requests: limiter(budget.requestsPerMinute), cost: limiter(budget.costPerMinute) };
    this.#limiters.set(grantId, limiters);
    return limiters;
  }
}

async function spend(limiter: RateLimiterMemory, grantId: string, points: number): Promise<void> {
  try {
    await limiter.consume(grantId, points);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new BudgetSpent(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
  }
}
