import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addCounty, planCounty } from './add-county.ts';
import { takingsOf } from './book/takings.ts';
import { resumeCounty, suspendCounty } from './change-status.ts';
import { checkRealms } from './check-realms.ts';
import { readCountyFile, readCountyFiles } from './county-file.ts';
import { countyStatus } from './county-status.ts';
import type { Asked } from './disclosure/asked.ts';
import { carryOutDisclosure } from './disclosure/carry-out.ts';
import { confirmDisclosure, requestDisclosure, withdrawDisclosures } from './disclosure/decide.ts';
import { disclosuresOf } from './disclosure/disclosures.ts';
import { exportCounty } from './export/export-county.ts';
import { verifyExport } from './export/verify-export.ts';
import { migrateCounties } from './migrate-counties.ts';
import { carryOutOffboarding } from './offboarding/carry-out.ts';
import { confirmOffboarding, liftLegalHolds, offboardingOf, placeLegalHold, requestOffboarding, withdrawOffboarding } from './offboarding/decide.ts';
import { readPlatform } from './platform-file.ts';
import type { StepTime } from './platform.ts';
import { ensurePartnerClient } from './realm/index.ts';
import { rebuild } from './rebuild.ts';
import { replayDeadLetters } from './replay-dead-letters.ts';
import { retireProtectionKeys, rotateProtectionKey } from './rotate-protection-key.ts';
import { rotateSecret } from './rotate-secret.ts';
import { rotateAnchorKey } from './steps/anchor-keys.ts';
import { verifyAudit } from './verify-audit.ts';
import { isSound, verifyCounties } from './verify-counties.ts';

export const options = {
  'dry-run': { type: 'boolean' },
  cut: { type: 'boolean' },
  fix: { type: 'boolean' },
  by: { type: 'string' },
  reason: { type: 'string' },
  person: { type: 'string' },
  connection: { type: 'string' },
  order: { type: 'string' },
  'part-2-order': { type: 'string' },
  'part-2-consent': { type: 'string' },
} as const;

export interface Options {
  readonly 'dry-run'?: boolean;
  readonly cut?: boolean;
  readonly fix?: boolean;
  /** Who decides it. */
  readonly by?: string;
  readonly reason?: string;
  /** Whose records a court has ordered: the id of a person, or of a family connection. */
  readonly person?: string;
  readonly connection?: string;
  /** The reference of its order. */
  readonly order?: string;
  /** The order under 42 CFR Part 2, or the id of the written consent, that allows what Part 2 protects. */
  readonly 'part-2-order'?: string;
  readonly 'part-2-consent'?: string;
}

export interface Command {
  /** Its words on the command line, and how many of them it cannot do without. */
  readonly words: string;
  readonly needs: number;
  readonly run: (words: readonly string[], options: Options) => Promise<void>;
}

const say = (line: string, took?: StepTime): void => console.log(took ? `${line}  (${took.milliseconds.toFixed(0)} ms)` : line);
const countyFiles = join(import.meta.dirname, '../../counties');

export const commands: Readonly<Record<string, Command>> = {
  add: {
    words: 'add <county, or its file> [--dry-run]',
    needs: 1,
    run: async ([county = ''], { 'dry-run': dryRun }) => {
      const file = county.endsWith('.yaml') ? county : join(countyFiles, `${county}.yaml`);
      const described = readCountyFile(await readFile(file, 'utf8'), file);
      if (dryRun) for (const { makes, there } of await planCounty(readPlatform(), described)) say(`${there ? 'is there   ' : 'would make '} ${makes}`);
      else await addCounty(readPlatform(), described, say);
    },
  },
  migrate: {
    words: 'migrate [canary county]',
    needs: 0,
    run: async ([canary]) => {
      const { failed } = await migrateCounties(readPlatform(), say, canary);
      if (failed.length > 0) throw new Error(`Not up to date: ${failed.map(({ county }) => county).join(', ')}. Mend the cause and run it again.`);
    },
  },
  verify: {
    words: 'verify',
    needs: 0,
    run: async () => {
      const rows = await verifyCounties(readPlatform());
      console.table(rows);
      if (!rows.every(isSound)) throw new Error('Not everything is as it must be: see the rows with false.');
    },
  },
  'verify-audit': {
    words: 'verify-audit [county]',
    needs: 0,
    run: async ([county]) => {
      const reports = await verifyAudit(readPlatform(), county);
      console.table(reports.map(({ findings, ...report }) => ({ ...report, findings: findings.length })));
      for (const { county: slug, service, findings } of reports) for (const { kind, says } of findings) say(`${slug} ${service} ${kind}: ${says}`);
      if (reports.some(({ findings }) => findings.length > 0)) throw new Error('Not every trail is what was written.');
    },
  },
  status: {
    words: 'status',
    needs: 0,
    run: async () => console.table((await countyStatus(readPlatform())).map((row) => ({ ...row, behind: row.behind.join(', ') }))),
  },
  suspend: { words: 'suspend <county>', needs: 1, run: ([county = '']) => changeStatus(suspendCounty, county) },
  resume: { words: 'resume <county>', needs: 1, run: ([county = '']) => changeStatus(resumeCounty, county) },
  rebuild: {
    words: 'rebuild <county> <service>',
    needs: 2,
    run: async ([county = '', service = '']) => {
      const { tables, asked, missed, open } = await rebuild(readPlatform(), county, service);
      say(`${county}: ${service} made ${tables.join(', ')} anew from ${asked} effects, ${missed} of which it had missed.`);
      requireNone(open);
    },
  },
  'replay-dead-letters': {
    words: 'replay-dead-letters <county> [service]',
    needs: 1,
    run: async ([county = '', service]) => {
      const reports = await replayDeadLetters(readPlatform(), county, service);
      console.table(reports.map((report) => ({ ...report, open: report.open.length })));
      requireNone(reports.flatMap(({ open }) => open));
    },
  },
  'rotate-secret': {
    words: 'rotate-secret <county> [service or client of the realm] [--cut]',
    needs: 1,
    run: ([county = '', service], { cut = false }) => rotateSecret(readPlatform(), county, service, { cut, progress: say }),
  },
  'rotate-protection-key': {
    words: 'rotate-protection-key <county>',
    needs: 1,
    run: ([county = '']) => rotateProtectionKey(readPlatform(), county, say),
  },
  'retire-protection-keys': {
    words: 'retire-protection-keys <county>',
    needs: 1,
    run: ([county = '']) => retireProtectionKeys(readPlatform(), county, say),
  },
  'rotate-anchor-key': {
    words: 'rotate-anchor-key',
    needs: 0,
    run: async () => say(`Anchors are signed with the key ${await rotateAnchorKey(readPlatform())} from now on. Those signed before stay verifiable.`),
  },
  realms: {
    words: 'realms [--fix]',
    needs: 0,
    run: async (_words, { fix = false }) => {
      const lines = await checkRealms(readPlatform(), await readCountyFiles(countyFiles), { fix });
      for (const line of lines) say(fix ? `${line}: mended` : line);
      if (lines.length === 0) say('Every realm is as it must be.');
      else if (!fix) throw new Error('countyctl realms --fix brings them into line.');
    },
  },
  export: {
    words: 'export <county> <directory> --by <name> --reason <words>',
    needs: 2,
    run: async ([county = '', to = ''], { by = '', reason = '' }) => {
      const { directory, rows, files, sha256 } = await exportCounty(readPlatform(), county, { to, by, reason, progress: say });
      say(`${rows} rows in ${files} files in ${directory}; SHA-256 of its manifest ${sha256}`);
    },
  },
  disclose: {
    words: 'disclose <county> request|confirm|carry-out <directory> --person <id>|--connection <id> --order <reference> --by <name> [--part-2-order <reference>|--part-2-consent <id>] | withdraw --order <reference> --by <name> | status',
    needs: 2,
    run: ([county = '', step = '', to], options) => disclose(county, step, to, options),
  },
  'taken-out': {
    words: 'taken-out <county>',
    needs: 1,
    run: async ([county = '']) => console.table(await takingsOf(readPlatform(), county)),
  },
  'verify-export': {
    words: 'verify-export <directory>',
    needs: 1,
    run: async ([directory = '']) => {
      const { rows, files, sha256 } = await verifyExport(directory);
      say(`Whole: ${rows} rows in ${files} files; SHA-256 of its manifest ${sha256}`);
    },
  },
  offboard: {
    words: 'offboard <county> request --by <name> --reason <words> | confirm --by <name> | withdraw --by <name> | carry-out <directory> | status',
    needs: 2,
    run: ([county = '', step = '', to], { by = '', reason = '' }) => offboard(county, step, { to, by, reason }),
  },
  'legal-hold': {
    words: 'legal-hold <county> place --by <name> --reason <words> | lift --by <name>',
    needs: 2,
    run: async ([county = '', step], { by = '', reason = '' }) => {
      if (step === 'place') await placeLegalHold(readPlatform(), county, { by, reason });
      else if (step === 'lift') say(`${await liftLegalHolds(readPlatform(), county, { by })} lifted`);
      else throw new Error(usage());
    },
  },
  partner: {
    words: 'partner <county> <client>',
    needs: 2,
    run: async ([county = '', client = '']) => {
      const platform = readPlatform();
      const secret = await ensurePartnerClient(platform, county, client);
      say(`${county}: ${client} can sign in; its secret is ${join(platform.secretsDirectory, secret)}. A program supervisor registers and grants it in the county.`);
    },
  },
};

export const usage = (): string => Object.values(commands).map(({ words }) => `countyctl ${words}`).join('\n');

async function offboard(county: string, step: string, { to, by, reason }: { readonly to: string | undefined; readonly by: string; readonly reason: string }): Promise<void> {
  const platform = readPlatform();
  switch (step) {
    case 'request':
      await requestOffboarding(platform, county, { by, reason });
      return say(`Noted. Another operator confirms it: countyctl offboard ${county} confirm --by <name>`);
    case 'confirm': {
      const { notBefore } = await confirmOffboarding(platform, county, { by });
      return say(`Confirmed. It can be carried out from ${notBefore?.toISOString()} on, and withdrawn until then and afterwards, as long as nothing is destroyed.`);
    }
    case 'withdraw':
      await withdrawOffboarding(platform, county, { by });
      return say('Withdrawn. A county that was closed for it stays suspended until it is resumed.');
    case 'carry-out': {
      if (!to) throw new Error('Say where its export goes: a directory.');
      const { certificate, signed } = await carryOutOffboarding(platform, county, { to, progress: say });
      return say(`${JSON.stringify(certificate, null, 2)}\n${signed}`);
    }
    case 'status':
      return say(JSON.stringify((await offboardingOf(platform, county)) ?? 'Nobody has asked for it.', null, 2));
    default:
      throw new Error(usage());
  }
}

function askedBy({ person, connection, order = '', 'part-2-order': partTwoOrder, 'part-2-consent': consent }: Options): Asked {
  if ((person !== undefined && connection !== undefined) || (partTwoOrder !== undefined && consent !== undefined)) throw new Error(`One of the two, please.\n${usage()}`);
  return {
    of: person === undefined ? { kind: 'CONNECTION', id: connection ?? '' } : { kind: 'PERSON', id: person },
    order,
    ...(partTwoOrder !== undefined && { partTwo: { order: partTwoOrder } }),
    ...(consent !== undefined && { partTwo: { consent } }),
  };
}

async function disclose(county: string, step: string, to: string | undefined, options: Options): Promise<void> {
  const platform = readPlatform();
  const { by = '', order = '' } = options;
  switch (step) {
    case 'request':
      await requestDisclosure(platform, county, askedBy(options), { by });
      return say('Noted. Another operator, with the order before them, confirms it in the same words: countyctl disclose ... confirm');
    case 'confirm':
      await confirmDisclosure(platform, county, askedBy(options), { by });
      return say('Confirmed. It can be carried out now.');
    case 'withdraw':
      return say(`${await withdrawDisclosures(platform, county, order, { by })} withdrawn`);
    case 'carry-out': {
      if (!to) throw new Error('Say where it goes: a directory.');
      const { directory, rows, files, sha256 } = await carryOutDisclosure(platform, county, askedBy(options), { to, progress: say });
      return say(`${rows} rows in ${files} files in ${directory}; SHA-256 of its manifest ${sha256}`);
    }
    case 'status':
      return say(JSON.stringify(await disclosuresOf(platform, county), null, 2));
    default:
      throw new Error(usage());
  }
}

function requireNone(open: readonly { readonly event_id: string; readonly consumer: string; readonly state: string; readonly reason: string }[]): void {
  if (open.length === 0) return;
  console.table(open.slice(0, 20));
  throw new Error(`${open.length} events have no effect yet. Those that are FAILING or WAITING are being tried on; look at the reasons.`);
}

async function changeStatus(change: typeof suspendCounty, slug: string): Promise<void> {
  const { name, status } = await change(readPlatform(), slug);
  say(`${name} is ${status}; what runs takes it up within five seconds.`);
}
