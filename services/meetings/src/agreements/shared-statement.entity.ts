import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { ConnectionSide } from '../projections/connection-side.ts';
import { alreadySent, notApproved, rewordedMeanwhile } from './agreement.errors.ts';

const schema = defineEntity({
  name: 'SharedStatement',
  tableName: 'shared_statement',
  properties: {
    id: column.id<'SharedStatement'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    text: column.text(),
    /** Counts the wordings, from 1: an approval is of one of them. */
    wording: column.integer(),
    writtenBy: column.ref<'Person'>(),
    writtenAt: column.instant(),
    parentApprovedAt: column.instant().nullable(),
    householdApprovedAt: column.instant().nullable(),
    /** The professionals who were named when it went out. */
    recipientIds: column.texts().$type<Id<'Person'>[]>(),
    sentAt: column.instant().nullable(),
    version: column.version(),
  },
});

const written = (text: string): string => requireText(text, { field: 'What you both say', max: 4_000 });

/** What both families say to the professionals around the child, in the same words (S49). It goes out once both have approved the wording. */
export class SharedStatement extends schema.class {
  /** Whoever writes it approves it for their own side. Throws `TEXT_...`. */
  static write(connectionId: Id<'FamilyConnection'>, text: string, by: { person: Id<'Person'>; side: `${ConnectionSide}` }, at: Temporal.Instant): SharedStatement {
    const statement = make(SharedStatement, {
      ...{ id: newId<'SharedStatement'>(), connectionId, text: written(text), wording: 1, writtenBy: by.person, writtenAt: at },
      ...{ parentApprovedAt: null, householdApprovedAt: null, recipientIds: [], sentAt: null },
    });
    statement.approve(1, by.side, at);
    return statement;
  }

  /** Other words need both approvals anew. Throws `MEETINGS.ALREADY_SENT`, `CHANGED_MEANWHILE`, `TEXT_...`. */
  rewrite(text: string, wording: number, by: { person: Id<'Person'>; side: `${ConnectionSide}` }, at: Temporal.Instant): void {
    requireOpen(this, wording);
    Object.assign(this, { text: written(text), wording: wording + 1, writtenBy: by.person, writtenAt: at, parentApprovedAt: null, householdApprovedAt: null });
    this.approve(this.wording, by.side, at);
  }

  /** Throws `MEETINGS.ALREADY_SENT`, and `CHANGED_MEANWHILE` for another wording than the one that was read. */
  approve(wording: number, side: `${ConnectionSide}`, at: Temporal.Instant): void {
    requireOpen(this, wording);
    if (side === 'PARENT') this.parentApprovedAt ??= at;
    else this.householdApprovedAt ??= at;
  }

  /** It goes to these professionals, once. Throws `MEETINGS.NOT_APPROVED`, `MEETINGS.ALREADY_SENT`. */
  send(recipientIds: readonly Id<'Person'>[], at: Temporal.Instant): void {
    if (this.recipientIds.length > 0) throw alreadySent();
    this.goOut(at);
    this.recipientIds = [...new Set(recipientIds)];
  }

  /** Somebody reads these words: from the first time on they stand. Throws `MEETINGS.NOT_APPROVED`. */
  goOut(at: Temporal.Instant): void {
    if (!this.parentApprovedAt || !this.householdApprovedAt) throw notApproved();
    this.sentAt ??= at;
  }
}
schema.setClass(SharedStatement);
export const sharedStatementSchema = schema;

/** A wording that has not gone out, and that is still the newest. */
function requireOpen(statement: Pick<SharedStatement, 'sentAt' | 'wording'>, wording: number): void {
  if (statement.sentAt) throw alreadySent();
  if (wording !== statement.wording) throw rewordedMeanwhile();
}
