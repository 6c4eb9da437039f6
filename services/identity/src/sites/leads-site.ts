import { notFound, type Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { SiteLead } from './site-lead.entity.ts';

/** Whether the acting person leads that site at this moment. Read from identity's own table, so that it holds at once. */
export async function leadsSite(reader: Reader, siteId: Id<'ProgramSite'>): Promise<boolean> {
  const { person } = reader.context.actor;
  return person !== null && (await reader.count(SiteLead, { siteId, personId: person as Id<'Person'>, to: null })) > 0;
}

/** Throws `NOT_FOUND` for everybody else, as if there were no such `what`. */
export async function requireLeadsSite(reader: Reader, siteId: Id<'ProgramSite'>, what = 'site'): Promise<void> {
  if (!(await leadsSite(reader, siteId))) throw notFound(what);
}
