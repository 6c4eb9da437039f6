import type { MatchingProblem, Mentor, Need } from '@fc/matching/engine';
import type { Actor } from '../program/actor.ts';
import { daysAgo, hoursAgo, mutation, until } from './stage.ts';
import type { Storyteller } from './storyteller.ts';

interface Named {
  readonly id: string;
}

/** Whose hands it goes through. */
export interface Staff {
  readonly coordinator: Actor;
  readonly caseworker: Actor;
}

/** The ids here, by the names that the county's problem has in their place. */
export interface Settled {
  readonly personOf: ReadonlyMap<string, string>;
  /** Of everybody who waits, the need. */
  readonly needOf: ReadonlyMap<string, string>;
  readonly nameOfNeed: ReadonlyMap<string, string>;
  readonly nameOfPerson: ReadonlyMap<string, string>;
}

/** So many things are asked of the platform at a time, and so many files are read. */
const [hands, files] = [6, 4];

/** Brings these families and mentors in by the commands that everybody uses: people from a file, and one thing after the other for the rest. */
export async function settle(story: Storyteller, { coordinator, caseworker }: Staff, { needs, mentors }: MatchingProblem): Promise<Settled> {
  const caregivers = needs.filter(({ mentorRole }) => mentorRole === 'CAREGIVER_MENTOR').map(({ id }) => id);
  const personOf = await story.did(`Cora brings in ${files} files of ${needs.length + mentors.length} people.`, () => bringIn(coordinator, needs, mentors));
  const idOf = (name: string): string => personOf.get(name)!; // everybody was in the file
  await story.did(`She opens an account for each of ${mentors.length} mentors, and registers them with what they say of themselves.`, () => each(mentors, (mentor) => register(coordinator, mentor, idOf(mentor.personId))));
  const household = new Map<string, string>();
  await story.did(`Casey records ${caregivers.length} children who entered care, and where they live; Cora opens a family connection for each.`, () =>
    each(caregivers, async (caregiver) => {
      const number = caregiver.split(' ')[1];
      const parentId = idOf(`Parent ${number}`);
      const home = await coordinator.do<Named>(mutation('registerCaregiverHousehold'), { kind: 'FOSTER_PARENT', licensed: true, caregiverIds: [idOf(caregiver)] });
      household.set(home.id, caregiver);
      const children = await caseworker.do<Named[]>(mutation('registerChildren'), { children: [{ givenName: 'Ayan', familyName: `Example ${number}`, birthDate: '2020-02-29' }], parentIds: [parentId] });
      const childIds = children.map(({ id }) => id);
      await caseworker.do(mutation('beginFosterCare'), { childIds, removedAt: { at: hoursAgo(20) } });
      await caseworker.do(mutation('placeChildren'), { childIds, type: 'FOSTER_FAMILY_HOME', householdId: home.id, startedAt: { at: hoursAgo(8) } });
      await coordinator.do(mutation('openFamilyConnection'), { parentId, householdId: home.id });
    }),
  );
  const nameOfPerson = new Map([...personOf].map(([name, id]) => [id, name]));
  const waiting = await until(() => everybodyWaiting(coordinator), ({ length }) => length >= needs.length);
  const needOf = new Map(waiting.map(({ id, participantId }) => [nameOfPerson.get(participantId) ?? household.get(participantId) ?? participantId, id]));
  const asking = needs.filter(({ wishes, hours }) => wishes.length > 0 || hours.length > 0);
  await story.did(`${asking.length} of them are asked what they would like in a mentor, and when they could talk.`, () =>
    each(asking, ({ id, wishes, hours }) => coordinator.get(mutation('stateMentorWishes'), { input: { needId: needOf.get(id), wishes, hours } })),
  );
  type Profiles = { mentorProfiles: { nodes: { eligible: boolean }[] } };
  await until(() => coordinator.get<Profiles>('{ mentorProfiles(first: 100) { nodes { eligible } } }'), ({ mentorProfiles }) => mentorProfiles.nodes.every(({ eligible }) => eligible));
  return { personOf, needOf, nameOfPerson, nameOfNeed: new Map([...needOf].map(([name, id]) => [id, name])) };
}

/** Everybody who waits for a mentor in that county. */
export async function everybodyWaiting(coordinator: Actor): Promise<{ readonly id: string; readonly participantId: string }[]> {
  const page = 'query ($after: String) { openMentorNeeds(first: 100, after: $after) { nodes { id participantId } pageInfo { endCursor hasNextPage } } }';
  interface Page {
    readonly openMentorNeeds: { readonly nodes: { readonly id: string; readonly participantId: string }[]; readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } };
  }
  const all: Page['openMentorNeeds']['nodes'] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { openMentorNeeds } = await coordinator.get<Page>(page, { after });
    all.push(...openMentorNeeds.nodes);
    after = openMentorNeeds.pageInfo.hasNextPage ? openMentorNeeds.pageInfo.endCursor : null;
  }
  return all;
}

async function bringIn(coordinator: Actor, needs: readonly Need[], mentors: readonly Mentor[]): Promise<Map<string, string>> {
  const rows = [
    ...needs.map(({ id, mentorRole, languages }) => [id, mentorRole === 'PARENT_ALLY' ? 'PARENT' : 'CAREGIVER', languages] as const),
    ...mentors.map(({ id, mentorRole, languages }) => [id, mentorRole, languages] as const),
  ];
  const found = await Promise.all(Array.from({ length: files }, (_, file) => takeFile(coordinator, rows.filter((__, row) => row % files === file))));
  return new Map(found.flatMap((one) => [...one]));
}

/** What the rows of one file became, by their names. */
async function takeFile(coordinator: Actor, rows: readonly (readonly [name: string, role: string, languages: readonly string[]])[]): Promise<Map<string, string>> {
  const text = ['record_type,external_id,given_name,family_name,languages,roles', ...rows.map(([name, role, languages]) => `PERSON,${name},${name.split(' ')[0]},Example ${name.split(' ')[1]},${languages.join(';')},${role}`)].join('\n');
  const { id: importId } = await coordinator.do<Named>(mutation('importCaseData'), { sourceSystem: 'Demonstration', format: 'CSV', dryRun: false, text });
  const goOn = (): Promise<{ continueCaseImport: { status: string } }> => coordinator.get(mutation('continueCaseImport', '{ status }'), { input: { importId } });
  let { continueCaseImport: now } = await goOn();
  while (now.status !== 'DONE') ({ continueCaseImport: now } = await goOn());
  const lines = 'query ($id: UUID!, $after: String) { caseImport(id: $id) { lines(first: 100, after: $after) { nodes { externalId recordId message } pageInfo { endCursor hasNextPage } } } }';
  interface Report {
    readonly caseImport: { readonly lines: { readonly nodes: { externalId: string; recordId: string | null; message: string | null }[]; readonly pageInfo: { endCursor: string | null; hasNextPage: boolean } } };
  }
  const found = new Map<string, string>();
  for (let after: string | null | undefined; after !== null; ) {
    const { nodes, pageInfo } = (await coordinator.get<Report>(lines, { id: importId, after })).caseImport.lines;
    for (const { externalId, recordId, message } of nodes) {
      if (!recordId) throw new Error(`${externalId} was refused: ${message}`);
      found.set(externalId, recordId);
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return found;
}

async function register(coordinator: Actor, { id, mentorRole, capacity, traits, hours }: Mentor, personId: string): Promise<void> {
  const facts = mentorRole === 'PARENT_ALLY' ? { ownCaseClosedOn: daysAgo(900) } : { fosterExperience: 'FORMER', workedWithParents: true };
  await coordinator.do(mutation('openAccount'), { personId, email: emailOf(id), roles: [] });
  const { id: profileId } = await coordinator.do<Named>(mutation('registerMentorProfile'), { personId, mentorRole, capacity, trainedOn: daysAgo(300), ...facts });
  await coordinator.get(mutation('describeMentor'), { input: { profileId, traits, hours } });
}

/** What somebody of this county signs in with. */
export const emailOf = (name: string): string => `${name.replace(' ', '-').toLowerCase()}@waiting.example`;

/** Does it for all of them, a few at a time. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const hand = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
