import { newId } from '@fc/domain-kernel';
import { schemaName } from '@fc/tenancy';
import type { County } from '@fc/tenancy/registry';
import type { Platform } from '../platform.ts';
import { asAdministrator } from '../steps/administrator.ts';

/** What an operator reads out of a county, as its own trail tells it. */
export interface OperatorRead {
  /** As identity's `supervisorsAlone` names it: a program supervisor alone is told of it. */
  readonly action: 'exportCounty' | 'discloseRecords';
  /** The row in the state's book, which has the names. */
  readonly takingId: string;
  /** Whose records they are; nobody's in particular when it is everybody's. */
  readonly about?: readonly string[];
}

/** Writes it into identity's part of the county's trail, where its sealer finds it like any other entry. No entry, no reading. */
export const writeIntoTrail = (platform: Platform, { database }: County, { action, takingId, about = [] }: OperatorRead): Promise<void> =>
  asAdministrator(platform, database.name, async (client) => {
    await client.query('begin');
    await client.query(`set local search_path to ${client.escapeIdentifier(schemaName('identity'))}`); // the table's trigger names its queue without one
    await client.query(`insert into audit_entry (outcome, action, person, actor_kind, roles, records, correlation_id) values ('READ', $1, null, 'operator', '{}', $2, $3)`, [
      action,
      JSON.stringify([{ record: 'Taking', id: takingId, change: 'read', about }]),
      newId(),
    ]);
    await client.query('commit');
  });
