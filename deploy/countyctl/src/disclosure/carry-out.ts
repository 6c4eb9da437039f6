import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type pg from 'pg';
import { inTheBook } from '../book/book.ts';
import type { DisclosureManifest, TableDescription } from '../export/manifest.ts';
import { OpenedRows } from '../export/opened-rows.ts';
import { noticesOf, withNotice, writeTable } from '../export/table-file.ts';
import { describeTables, rowsOf } from '../export/tables.ts';
import { takeOut, type TakenOut } from '../export/take-out.ts';
import { WrittenFile } from '../export/written-file.ts';
import { findPresentCounty } from '../find-county.ts';
import type { Platform, Progress } from '../platform.ts';
import { asAdministrator, withCountyLock } from '../steps/administrator.ts';
import { requireAsked, type Asked } from './asked.ts';
import { lastDisclosure, noDisclosure } from './disclosures.ts';
import { findSubject } from './find-subject.ts';
import { readme } from './readme.ts';
import { disclosedColumns, Redactor, type DisclosedTable, type Fields, type Subject } from './redactions.ts';
import { disclosureRules } from './rules/index.ts';

/**
 * Writes what a court ordered, after two operators have decided it, into a new directory below `to`: the records of that one
 * person or family, redacted. The state's book and the county's trail know of it before the first row is read. Run it again
 * after any failure; once it has ended it answers where it was written. A suspended county's records are disclosed like any
 * other's. Throws `NO_DISCLOSURE`, `NOT_CONFIRMED`, `NO_SUCH_CONSENT`, `EXPORT_FAILED`, `COUNTY_BUSY`, `COUNTY_NOT_THERE`.
 */
export const carryOutDisclosure = (platform: Platform, slug: string, asking: Asked, { to, progress = () => undefined }: { readonly to: string; readonly progress?: Progress }): Promise<TakenOut> =>
  withCountyLock(platform, slug, async () => {
    const county = await findPresentCounty(platform, slug);
    const asked = requireAsked(asking);
    const decided = await lastDisclosure(platform, county.slug, asked);
    if (!decided) throw noDisclosure(slug);
    if (decided.export) return decided.export;
    if (!decided.confirmedBy) throw new DomainError('NOT_CONFIRMED', `${decided.requestedBy} has asked for it; another operator has to confirm it.`);
    // Whoever was there when it was asked may have been merged meanwhile, and a consent may have ended.
    const { people } = await asAdministrator(platform, county.database.name, (client) => findSubject(client, county, asked));
    const taker = { by: `${decided.requestedBy} and ${decided.confirmedBy}`, reason: `Court order ${asked.order}` };
    const taken = await takeOut(platform, county, { kind: 'DISCLOSURE', to, name: 'disclosure-', about: [...new Set([asked.of.id, ...people])], ...taker }, (directory) =>
      asAdministrator(platform, county.database.name, (client) => writeDisclosure(client, { platform, county, asked, directory, progress })),
    );
    await inTheBook(platform, (client) => client.query('update registry.disclosure set export = $2, ended_at = now() where id = $1', [decided.id, JSON.stringify(taken)]));
    return taken;
  });

interface Writing {
  readonly platform: Platform;
  readonly county: County;
  readonly asked: Asked;
  readonly directory: string;
  readonly progress: Progress;
}

async function writeDisclosure(client: pg.Client, { platform, county, asked, directory, progress }: Writing): Promise<DisclosureManifest> {
  const { slug, name, timeZone, schemaVersions } = county;
  await client.query('begin isolation level repeatable read read only');
  const { rows: clock } = await client.query<{ now: Date }>('select now() as now');
  const subject = await findSubject(client, county, asked);
  const redactor = new Redactor(subject);
  const files: DisclosureManifest['files'] = [await WrittenFile.of(directory, 'README.txt', readme(name, asked.order))];
  const notices: DisclosureManifest['notices'] = [];
  for (const schema of platform.schemas) {
    const tables = await describeTables(client, schema);
    const opened = await OpenedRows.of(client, platform, county, schema, tables);
    const written: TableDescription[] = [];
    for (const table of tables) {
      const rule = disclosureRules[schema.service]?.[table.table];
      if (!rule) continue;
      const lines = await disclosedRows(opened.all(table, rowsOf(client, table, inSql(client, rule.whose, subject))), rule, redactor);
      if (lines.length === 0) continue; // an empty file would say of which kinds there is nothing
      const described = withNotice({ ...table, columns: table.columns.filter((column) => disclosedColumns(rule).has(column.name)) }, schema.notices[table.table]);
      files.push(await writeTable(described, [lines], directory));
      written.push(described);
    }
    if (written.length > 0) files.push(await WrittenFile.of(directory, `${schema.service}/schema.json`, `${JSON.stringify(written, null, 2)}\n`));
    notices.push(...noticesOf(written));
    progress(`${slug}: ${schema.service}, ${written.length} tables`);
  }
  await client.query('commit');
  return {
    format: 'family-connections-disclosure/1',
    county: { slug, name, timeZone },
    of: asked.of,
    order: asked.order,
    partTwo: asked.partTwo ?? null,
    takenAt: (clock[0]?.now ?? new Date(0)).toISOString(),
    schemaVersions,
    rows: files.reduce((sum, { rows = 0 }) => sum + rows, 0),
    redactions: redactor.redactions(),
    notices,
    files,
  };
}

/** What one person's or family's order reaches in one table stands in memory whole. */
async function disclosedRows(rows: AsyncIterable<readonly string[]>, rule: DisclosedTable, redactor: Redactor): Promise<string[]> {
  const told: string[] = [];
  for await (const lines of rows)
    for (const line of lines) {
      const row = redactor.redacted(JSON.parse(line) as Fields, rule); // a row as PostgreSQL wrote it
      if (row) told.push(JSON.stringify(row));
    }
  return told;
}

/** A rule's condition with these ids in it. */
const inSql = (client: pg.Client, whose: string, subject: Subject): string =>
  whose.replaceAll(/:(people|family|connections)\b/g, (_, set: 'people' | 'family' | 'connections') => `array[${subject[set].map((id) => client.escapeLiteral(id)).join(', ')}]::uuid[]`);
