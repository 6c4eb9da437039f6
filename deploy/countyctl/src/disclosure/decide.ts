import { DomainError } from '@fc/domain-kernel';
import { inTheBook, uniqueViolation } from '../book/book.ts';
import { requireName, sameName } from '../book/who-and-why.ts';
import { findPresentCounty } from '../find-county.ts';
import type { Platform } from '../platform.ts';
import { asAdministrator } from '../steps/administrator.ts';
import { askedHash, requireAsked, type Asked } from './asked.ts';
import { openDisclosure, type Disclosure } from './disclosures.ts';
import { findSubject } from './find-subject.ts';

interface Operator {
  readonly by: string;
}

/**
 * One operator asks that records go to a court. Nothing leaves. Throws `ORDER_NEEDED`, `SUBJECT_NEEDED`, `UNKNOWN_SUBJECT`,
 * `NO_SUCH_CONSENT`, `PART_2_OF_ONE_PERSON`, `COUNTY_NOT_THERE`, and `DISCLOSURE_OPEN` where exactly this was asked already.
 */
export async function requestDisclosure(platform: Platform, slug: string, asking: Asked, { by }: Operator): Promise<Disclosure> {
  const county = await findPresentCounty(platform, slug);
  const [asked, name] = [requireAsked(asking), requireName(by)];
  await asAdministrator(platform, county.database.name, (client) => findSubject(client, county, asked));
  await inTheBook(platform, (client) => client.query('insert into registry.disclosure (county, asked, court_order, requested_by) values ($1, $2, $3, $4)', [slug, askedHash(county.slug, asked), asked.order, name])).catch((error: { code?: string }) => {
    if (error.code === uniqueViolation) throw new DomainError('DISCLOSURE_OPEN', 'Somebody has asked for exactly this already. Another operator confirms it, or it is withdrawn.');
    throw error;
  });
  return openDisclosure(platform, county.slug, asked);
}

/** Another operator, with the order before them, says the same by themselves. Throws `NO_DISCLOSURE`, `SAME_OPERATOR`, `ALREADY_CONFIRMED`. */
export async function confirmDisclosure(platform: Platform, slug: string, asking: Asked, { by }: Operator): Promise<Disclosure> {
  const county = await findPresentCounty(platform, slug);
  const [asked, name] = [requireAsked(asking), requireName(by)];
  const open = await openDisclosure(platform, county.slug, asked);
  if (sameName(open.requestedBy, name)) throw new DomainError('SAME_OPERATOR', `${open.requestedBy} has asked for it; somebody else must confirm it.`);
  const changed = await inTheBook(platform, (client) => client.query('update registry.disclosure set confirmed_by = $2, confirmed_at = now() where id = $1 and confirmed_by is null and ended_at is null', [open.id, name]));
  if (!changed.rowCount) throw new DomainError('ALREADY_CONFIRMED', `${open.confirmedBy ?? 'Somebody'} has confirmed it already.`);
  return openDisclosure(platform, county.slug, asked);
}

/** Anybody takes back what is open by this order, whosever records it names. Throws `NO_DISCLOSURE`. */
export async function withdrawDisclosures(platform: Platform, slug: string, order: string, { by }: Operator): Promise<number> {
  const name = requireName(by);
  const { rowCount } = await inTheBook(platform, (client) =>
    client.query('update registry.disclosure set withdrawn_by = $3, ended_at = now() where county = $1 and court_order = $2 and ended_at is null', [slug, order.trim(), name]),
  );
  if (!rowCount) throw new DomainError('NO_DISCLOSURE', `Nothing is open out of ${slug} by that order.`);
  return rowCount;
}
