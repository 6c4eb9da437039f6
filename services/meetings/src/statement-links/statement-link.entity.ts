import { newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** How long such a link can be read, in hours: 60 days. */
const goodFor = 60 * 24;

const schema = defineEntity({
  name: 'StatementLink',
  tableName: 'statement_link',
  properties: {
    id: column.id<'StatementLink'>(),
    /** The county's slug: a row that was copied into another county's database opens nothing there. */
    county: column.text(),
    connectionId: column.ref<'FamilyConnection'>(),
    statementId: column.ref<'SharedStatement'>().index(),
    /** Whom it is for, as the family calls them: a doctor, a school. Their address is the family's to know. */
    forWhom: column.text(),
    /** SHA-256 of the link's token, in base64url; the token itself is with whoever was given it and nowhere else. */
    tokenHash: column.text().unique(),
    openedBy: column.ref<'Person'>(),
    openedAt: column.instant(),
    expiresAt: column.instant(),
    firstReadAt: column.instant().nullable(),
    revokedAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface Opened {
  readonly county: string;
  readonly connectionId: Id<'FamilyConnection'>;
  readonly statementId: Id<'SharedStatement'>;
  readonly forWhom: string;
  readonly openedBy: Id<'Person'>;
}

/** A link under which one professional who has no account reads what both families say (S49), until it expires or one of the families revokes it. */
export class StatementLink extends schema.class {
  /** Throws `TEXT_...`. */
  static open(opened: Opened, tokenHash: string, at: Temporal.Instant): StatementLink {
    return make(StatementLink, {
      ...{ id: newId<'StatementLink'>(), ...opened, tokenHash, openedAt: at, expiresAt: at.add({ hours: goodFor }), firstReadAt: null, revokedAt: null },
      forWhom: requireText(opened.forWhom, { field: 'Whom it is for', max: 200 }),
    });
  }

  /** Answers whether it can be read at that time. */
  read(at: Temporal.Instant): boolean {
    if (this.revokedAt || Temporal.Instant.compare(at, this.expiresAt) >= 0) return false;
    this.firstReadAt ??= at;
    return true;
  }

  revoke(at: Temporal.Instant): void {
    this.revokedAt ??= at;
  }
}
schema.setClass(StatementLink);
export const statementLinkSchema = schema;
