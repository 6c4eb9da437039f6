import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'CalendarFeed',
  tableName: 'calendar_feed',
  properties: {
    personId: column.ref<'Person'>().primary(),
    /** The county's slug: a row that was copied into another county's database opens nothing there. */
    county: column.text(),
    /** SHA-256 of the link's token, in base64url; the token itself is with the person and nowhere else. */
    tokenHash: column.text().unique(),
    openedAt: column.instant(),
    revokedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** A link under which somebody's own calendar program reads their appointments, until they revoke it. A person has one. */
export class CalendarFeed extends schema.class {
  static open(personId: Id<'Person'>, county: string, tokenHash: string, openedAt: Temporal.Instant): CalendarFeed {
    return make(CalendarFeed, { personId, county, tokenHash, openedAt, revokedAt: null });
  }

  /** Under another link; the one before opens nothing any more. */
  openAgain(tokenHash: string, at: Temporal.Instant): void {
    this.tokenHash = tokenHash;
    this.openedAt = at;
    this.revokedAt = null;
  }

  revoke(at: Temporal.Instant): void {
    this.revokedAt ??= at;
  }
}
schema.setClass(CalendarFeed);
export const calendarFeedSchema = schema;
