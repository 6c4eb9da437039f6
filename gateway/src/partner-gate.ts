import type { VerifiedToken } from '@fc/auth';
import { DomainError } from '@fc/domain-kernel';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import { PartnerBudgets, type PartnerBudget } from './partner-budgets.ts';

/** Asks identity in the caller's name. */
export type AskIdentity = (query: string, caller: Caller) => Promise<unknown>;

const question = '{ myPartnerGrant { id requestsPerMinute costPerMinute } }';

const answerSchema = z.object({
  data: z.object({ myPartnerGrant: z.object({ id: z.string(), requestsPerMinute: z.number(), costPerMinute: z.number() }).nullish() }).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })).default([]),
});
type Grant = PartnerBudget & { readonly id: string };

/** How long identity's word on a grant is believed, in milliseconds: a grant that is taken back ends within a second. */
const believedFor = 500;

/**
 * Lets a partner's request in only while identity itself says that its grant lasts, and within its budget. Asking the owner
 * means that no projection, however far behind, keeps an ended grant alive: without an answer, nothing is let in.
 */
export class PartnerGate {
  readonly #ask: AskIdentity;
  readonly #budgets: PartnerBudgets;
  readonly #known = new Map<string, { readonly grant: Promise<Grant>; readonly until: number }>();

  /** `replicas`: how many gateways share a grant's budget. */
  constructor(ask: AskIdentity, replicas: number) {
    this.#ask = ask;
    this.#budgets = new PartnerBudgets(replicas);
  }

  /** Answers what the rest of this request spends its cost from. Throws `NO_GRANT`, `PARTNER_ACCESS_UNCERTAIN`, `PARTNER_BUDGET_SPENT`. */
  async admit({ issuer, azp }: VerifiedToken, caller: Caller): Promise<(cost: number) => Promise<void>> {
    const { id, ...budget } = await this.#grantOf(`${issuer} ${azp}`, caller);
    await this.#budgets.spendRequest(id, budget);
    return (cost) => this.#budgets.spendCost(id, budget, cost);
  }

  #grantOf(client: string, caller: Caller): Promise<Grant> {
    const known = this.#known.get(client);
    if (known && known.until > Date.now()) return known.grant;
    const grant = this.#askFor(caller);
    this.#known.set(client, { grant, until: Date.now() + believedFor });
    grant.catch(() => this.#known.delete(client)); // a failure is not kept
    return grant;
  }

  async #askFor(caller: Caller): Promise<Grant> {
    const { data, errors } = answerSchema.parse(await this.#ask(question, caller));
    const [error] = errors;
    if (error?.extensions?.code === 'NO_GRANT') throw new DomainError('NO_GRANT', error.message);
    if (!data?.myPartnerGrant) throw new DomainError('PARTNER_ACCESS_UNCERTAIN', 'Your organisation’s grant cannot be looked up at the moment. Please try again in a minute.');
    return data.myPartnerGrant;
  }
}
