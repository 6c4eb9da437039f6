import {
  addCounty,
  carryOutOffboarding,
  confirmOffboarding,
  exportCounty,
  isSound,
  requestOffboarding,
  resumeCounty,
  suspendCounty,
  verifyCounties,
  verifyExport,
  type CountyFile,
  type Offboarded,
  type Platform,
  type StepTime,
} from '@fc/countyctl';
import { DomainError } from '@fc/domain-kernel';
import type { County } from '@fc/tenancy/registry';
import type { Actor } from '../program/actor.ts';
import { Load, type Work, type Workers } from './load.ts';
import { mutation, until } from './stage.ts';
import type { Storyteller } from './storyteller.ts';

/** What the telling needs: a platform that runs, counties at work on it, and one more that comes and goes. */
export interface CountiesStage {
  readonly platform: Platform;
  readonly workers: readonly Workers[];
  readonly newcomer: CountyFile;
  /** Where its export goes. */
  readonly exports: string;
  /** The first supervisor of a county, appointed by the operator, and a coordinator whom they invite. */
  readonly welcome: (county: County) => Promise<{ supervisor: Actor; coordinator: Actor }>;
}

/** A county comes, is closed, opened, taken along and destroyed, while the others work. Throws where they notice anything. */
export async function tellCounties(story: Storyteller, stage: CountiesStage): Promise<Offboarded> {
  const loads = stage.workers.map((workers) => new Load(workers));
  let finished: Work[] | undefined;
  try {
    const { county, coordinator } = await comes(story, stage);
    await isClosedAndOpened(story, stage, county, coordinator);
    await isTakenAlong(story, stage, county);
    const offboarded = await leaves(story, stage, county, coordinator);
    finished = await Promise.all(loads.map((load) => load.stop()));
    othersNoticedNothing(story, finished);
    return offboarded;
  } finally {
    if (!finished) await Promise.all(loads.map((load) => load.stop()));
  }
}

async function comes(story: Storyteller, { platform, newcomer, welcome }: CountiesStage): Promise<{ county: County; coordinator: Actor }> {
  story.chapter(`${newcomer.name} joins while the others work`);
  const steps: StepTime[] = [];
  const county = await story.did(`An operator adds ${newcomer.name}: countyctl add ${newcomer.slug}`, () => addCounty(platform, newcomer, (_line, took) => void (took && steps.push(took))));
  const sum = (of: (step: string) => boolean): string => `${(steps.filter(({ step }) => of(step)).reduce((total, { milliseconds }) => total + milliseconds, 0) / 1_000).toFixed(1)} s`;
  story.saw(`Database ${sum((step) => step === 'database')}, six schemas ${sum((step) => step === 'schema')}, stream and registry ${sum((step) => ['announce', 'stream', 'open'].includes(step))}: ${sum((step) => step !== 'realm')} without the identity provider, whose realm took ${sum((step) => step === 'realm')}. The goal is 10 s.`);
  const { coordinator } = await story.did('The operator appoints its first program supervisor, who invites a coordinator; both sign in. Nothing was restarted.', () => welcome(county));
  await story.did('The coordinator registers the county’s first caregiver household.', async () => {
    const { me } = await coordinator.get<{ me: { id: string } }>('{ me { id } }');
    const { id } = await coordinator.do<{ id: string }>(mutation('invitePerson'), { givenName: 'Dana', familyName: 'Example', email: `dana.${me.id}@${county.slug.replaceAll('_', '-')}.example`, roles: ['CAREGIVER'], languages: ['en'] });
    await coordinator.do(mutation('registerCaregiverHousehold'), { kind: 'FOSTER_PARENT', licensed: true, caregiverIds: [id] });
  });
  const rows = await story.did('countyctl verify asks every service in every county: by its own role, by everybody else’s, through the gateway, and with an event.', () => verifyCounties(platform));
  const bad = rows.filter((row) => !isSound(row));
  if (bad.length > 0) throw new Error(`Not everything is as it must be: ${JSON.stringify(bad)}`);
  story.saw(`${rows.length} rows, all as they must be.`);
  return { county, coordinator };
}

const codesOf = async (actor: Actor): Promise<(string | undefined)[]> => (await actor.ask('{ me { id } }')).errors.map(({ extensions }) => extensions?.code);

async function isClosedAndOpened(story: Storyteller, { platform }: CountiesStage, { slug, name }: County, coordinator: Actor): Promise<void> {
  story.chapter(`${name} is suspended, and opened again`);
  await story.did('An operator suspends it; its coordinator is told so at the next request that is refused.', async () => {
    await suspendCounty(platform, slug);
    await until(() => codesOf(coordinator), (codes) => codes.join() === 'COUNTY_SUSPENDED');
  });
  await story.refused('The coordinator tries to go on.', 'COUNTY_SUSPENDED', () => coordinator.get('{ me { id } }'));
  await story.did('It is opened again, and the coordinator works on.', async () => {
    await resumeCounty(platform, slug);
    await until(() => codesOf(coordinator), (codes) => codes.length === 0);
  });
}

async function isTakenAlong(story: Storyteller, { platform, exports }: CountiesStage, { slug, name }: County): Promise<void> {
  story.chapter(`${name} gets its whole record`);
  const { directory, rows, files } = await story.did('An operator exports it while it works: one moment over all services, JSON lines, sums.', () => exportCounty(platform, slug, { to: exports, by: 'Olivia Operator', reason: 'The county asks for its record.' }));
  const checked = await story.did('The export is read again and held against its manifest; that needs neither platform nor database.', () => verifyExport(directory));
  story.saw(`${rows} rows in ${files} files in ${directory}; SHA-256 of the manifest ${checked.sha256.slice(0, 16)}…`);
}

async function leaves(story: Storyteller, { platform, exports }: CountiesStage, { slug, name }: County, coordinator: Actor): Promise<Offboarded> {
  story.chapter(`${name} leaves`);
  await story.did('Olivia, an operator, asks that it be offboarded.', () => requestOffboarding(platform, slug, { by: 'Olivia Operator', reason: 'The demonstration is over.' }));
  await refusedToOperator(story, 'She confirms it herself.', 'SAME_OPERATOR', () => confirmOffboarding(platform, slug, { by: 'olivia operator' }));
  await story.did('Oscar, another operator, confirms it. In production seven days pass now; here none do.', () => confirmOffboarding(platform, slug, { by: 'Oscar Operator' }));
  await suspendCounty(platform, slug);
  await until(() => codesOf(coordinator), (codes) => codes.join() === 'COUNTY_SUSPENDED');
  const offboarded = await story.did('It is carried out: closed, exported, checked; then stream, realm, database and keys are destroyed.', () => carryOutOffboarding(platform, slug, { to: exports }));
  const gone = await until(() => codesOf(coordinator), (codes) => codes.length > 0 && !codes.includes('COUNTY_SUSPENDED'));
  story.saw(`Its coordinator’s token opens nothing any more [${gone.join()}].`);
  return offboarded;
}

async function refusedToOperator(story: Storyteller, sentence: string, code: string, work: () => Promise<unknown>): Promise<void> {
  const refusal = await work().then(() => undefined, (error: unknown) => error);
  if (!(refusal instanceof DomainError) || refusal.code !== code) throw refusal ?? new Error(`This should have been refused with ${code}: ${sentence}`);
  story.saw(`x ${sentence} Refused: ${refusal.message} [${code}]`);
}

function othersNoticedNothing(story: Storyteller, works: readonly Work[]): void {
  story.chapter('Meanwhile, in the other counties');
  for (const { county, queries, mutations, refused, slowest } of works) {
    const errors = Object.values(refused).reduce((sum, count) => sum + count, 0);
    story.saw(`${county}: ${queries} queries, ${mutations} mutations, ${errors} errors; the slowest took ${slowest} ms.`);
    if (errors > 0 || queries === 0 || mutations === 0) throw new Error(`${county} noticed it: ${JSON.stringify(refused)}`);
  }
}
