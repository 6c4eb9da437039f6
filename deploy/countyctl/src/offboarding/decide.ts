import { DomainError } from '@fc/domain-kernel';
import { inTheBook, uniqueViolation } from '../book/book.ts';
import { requireName, requireReason, sameName } from '../book/who-and-why.ts';
import { findPresentCounty } from '../find-county.ts';
import type { Platform } from '../platform.ts';
import { withCountyLock } from '../steps/administrator.ts';
import { openServices } from './destroy.ts';
import { lastOffboarding, openOffboarding, type Offboarding } from './offboardings.ts';

/** Days that pass between the second yes and the first loss, for whoever hears of it late. */
const usualWait = 7;

/** One operator asks that a county be offboarded. Nothing happens to it. Throws `OFFBOARDING_OPEN` where it was asked already. */
export async function requestOffboarding(platform: Platform, slug: string, { by, reason }: { readonly by: string; readonly reason: string }): Promise<Offboarding> {
  await findPresentCounty(platform, slug);
  const because = requireReason(reason, 'the county leaves: the certificate keeps it');
  await inTheBook(platform, (client) => client.query('insert into registry.offboarding (county, reason, requested_by) values ($1, $2, $3)', [slug, because, requireName(by)])).catch((error: { code?: string }) => {
    if (error.code === uniqueViolation) throw new DomainError('OFFBOARDING_OPEN', `Somebody has asked to offboard ${slug} already. Another operator confirms it, or it is withdrawn.`);
    throw error;
  });
  return openOffboarding(platform, slug);
}

/** Another operator says yes; the waiting time begins. Throws `SAME_OPERATOR`, `ALREADY_CONFIRMED`, `NO_OFFBOARDING`. */
export async function confirmOffboarding(platform: Platform, slug: string, { by }: { readonly by: string }): Promise<Offboarding> {
  const open = await openOffboarding(platform, slug);
  if (sameName(open.requestedBy, requireName(by))) throw new DomainError('SAME_OPERATOR', `${open.requestedBy} has asked for it; somebody else must confirm it.`);
  const changed = await inTheBook(platform, (client) =>
    client.query(
      `update registry.offboarding set confirmed_by = $2, confirmed_at = now(), not_before = now() + make_interval(days => $3) where id = $1 and confirmed_by is null and ended_at is null`,
      [open.id, requireName(by), platform.offboardingWaitDays ?? usualWait],
    ),
  );
  if (!changed.rowCount) throw new DomainError('ALREADY_CONFIRMED', `${open.confirmedBy ?? 'Somebody'} has confirmed it already.`);
  return openOffboarding(platform, slug);
}

/** Takes it back, which either may do, and everybody else, until the first loss. A county that was closed for it stays suspended. Throws `TOO_LATE`. */
export const withdrawOffboarding = (platform: Platform, slug: string, { by }: { readonly by: string }): Promise<void> =>
  withCountyLock(platform, slug, async () => {
    const open = await openOffboarding(platform, slug);
    const county = await findPresentCounty(platform, slug).catch((cause: unknown) => {
      throw new DomainError('TOO_LATE', `${slug} is being destroyed already. It can only be carried out to its end.`, { cause });
    });
    await openServices(platform, county);
    await inTheBook(platform, (client) => client.query('update registry.offboarding set withdrawn_by = $2, ended_at = now() where id = $1', [open.id, requireName(by)]));
  });

/** Nothing of the county may be destroyed while the hold stands. */
export async function placeLegalHold(platform: Platform, slug: string, { by, reason }: { readonly by: string; readonly reason: string }): Promise<void> {
  await findPresentCounty(platform, slug);
  await inTheBook(platform, (client) => client.query('insert into registry.legal_hold (county, reason, placed_by) values ($1, $2, $3)', [slug, reason, requireName(by)]));
}

/** Ends all holds that stand on the county as a whole. */
export const liftLegalHolds = async (platform: Platform, slug: string, { by }: { readonly by: string }): Promise<number> =>
  inTheBook(platform, async (client) => (await client.query('update registry.legal_hold set lifted_by = $2, lifted_at = now() where county = $1 and lifted_at is null', [slug, requireName(by)])).rowCount ?? 0);

/** How far the offboarding of a county is; undefined where nobody has asked for one. */
export const offboardingOf = lastOffboarding;
