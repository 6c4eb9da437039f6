import { describe, expect, it } from '@jest/globals';
import { BudgetSpent, PartnerBudgets } from './partner-budgets.ts';

const budget = { requestsPerMinute: 10, costPerMinute: 100 };

/** How many of twelve requests at each of these gateways are let through; all within a moment. */
async function letThrough(gateways: readonly PartnerBudgets[], grantId: string, allowed = budget): Promise<number> {
  const asked = gateways.flatMap((gateway) => Array.from({ length: 12 }, () => gateway.spendRequest(grantId, allowed)));
  const ended = await Promise.allSettled(asked);
  for (const each of ended) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(BudgetSpent);
  return ended.filter(({ status }) => status === 'fulfilled').length;
}
const gateways = (count: number): PartnerBudgets[] => Array.from({ length: count }, () => new PartnerBudgets(count));

describe('the budget of a partner’s grant', () => {
  it('is what all gateways together let through, however many there are', async () => {
    expect(await letThrough(gateways(1), 'one')).toBe(10);
    expect(await letThrough(gateways(2), 'two')).toBe(10);
    expect(await letThrough(gateways(3), 'three')).toBe(9);
  });

  it('is one request at each gateway at least', async () => {
    expect(await letThrough(gateways(2), 'small', { ...budget, requestsPerMinute: 1 })).toBe(2);
  });

  it('is each grant’s own, and counts cost beside requests', async () => {
    const [gateway] = gateways(1);
    await gateway!.spendCost('one', budget, 60);
    await expect(gateway!.spendCost('one', budget, 41)).rejects.toMatchObject({ code: 'PARTNER_BUDGET_SPENT', retryAfter: expect.any(Number) });
    await gateway!.spendCost('another', budget, 100);
    await gateway!.spendRequest('one', budget);
  });
});
