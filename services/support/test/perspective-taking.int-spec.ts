import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';

interface Part {
  readonly partId: string;
  readonly kind: string;
  readonly text: string;
  readonly truth: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly state: string;
}
interface Module {
  readonly language: string;
  readonly state: string;
  readonly wording: string;
  readonly interpreterOffer: string | null;
  readonly parts: readonly Part[];
}
interface Mine {
  readonly reflections: readonly { readonly questionId: string; readonly words: string; readonly revision: number }[];
  readonly openQuestions: readonly string[];
  readonly finishedAt: string | null;
}

const moduleFields = '{ language state wording interpreterOffer parts { partId kind text truth url language state } }';
const mineFields = '{ reflections { questionId words revision } openQuestions finishedAt }';
const reading = `query ($language: ContentLanguage!) { perspectiveTaking(language: $language) ${moduleFields} }`;
const drafting = `query ($language: ContentLanguage!) { perspectiveTakingDraft(language: $language) ${moduleFields} }`;
const saving = `mutation ($input: SaveReflectionInput!) { saveReflection(input: $input) ${mineFields} }`;
const discarding = `mutation ($id: String!) { discardReflection(questionId: $id) ${mineFields} }`;
const finishing = `mutation ($input: FinishReflectionsInput!) { finishReflections(input: $input) ${mineFields} }`;
const reviewing = 'mutation ($input: ReviewSupportContentInput!) { reviewSupportContent(input: $input) }';
const mark = 'Vq3';

let world: SharedWorld;
let king: TestCounty;
let caregiver: Actor;

const moduleFor = async (actor: Actor, language: string): Promise<Module> => (await actor.get<{ perspectiveTaking: Module }>(reading, { language })).perspectiveTaking;
const mine = async (actor: Actor): Promise<Mine> => (await actor.get<{ myReflections: Mine }>(`{ myReflections ${mineFields} }`)).myReflections;
const save = async (actor: Actor, input: object): Promise<Mine> => (await actor.get<{ saveReflection: Mine }>(saving, { input })).saveReflection;
const finish = async (actor: Actor, input = { idempotencyKey: randomUUID() }): Promise<Mine> => (await actor.get<{ finishReflections: Mine }>(finishing, { input })).finishReflections;
const refusal = async (asked: Promise<{ errors: readonly { extensions?: { code?: string } }[] }>): Promise<string | undefined> => (await asked).errors[0]?.extensions?.code;
const writeToAll = async (actor: Actor): Promise<void> => {
  for (const questionId of (await mine(actor)).openQuestions) await save(actor, { questionId, words: `${mark} ${questionId}` });
};

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  caregiver = await king.person('CAREGIVER', 'Dana');
}, 120_000);
afterAll(() => world?.stop());

describe('the module on seeing it from the other side', () => {
  it('S75 holds principles, myths with what is so, interviews, videos and questions, each with its language and state', async () => {
    const { parts, language, state, interpreterOffer } = await moduleFor(caregiver, 'en');
    expect({ language, state, interpreterOffer }).toEqual({ language: 'en', state: 'REVIEWED', interpreterOffer: null });
    expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(['PRINCIPLE', 'MYTH', 'INTERVIEW', 'VIDEO', 'EMPATHY_QUESTION']));
    expect(new Set(parts.map(({ partId }) => partId)).size).toBe(parts.length);
    for (const part of parts) {
      const recorded = part.kind === 'INTERVIEW' || part.kind === 'VIDEO';
      expect({ part, truth: part.truth !== null, url: part.url?.startsWith('https://') ?? false, state: part.state }).toEqual({ part, truth: part.kind === 'MYTH', url: recorded, state: 'REVIEWED' });
    }
    const { trainings } = await caregiver.get<{ trainings: { key: string; audience: string[] }[] }>('{ trainings { key audience } }');
    expect(trainings.find(({ key }) => key === 'PERSPECTIVE_TAKING')?.audience).toContain('CAREGIVER');
  });

  it('S75 is read in English with the offer of an interpreter until somebody of the county has reviewed the Spanish', async () => {
    expect(await moduleFor(caregiver, 'es')).toMatchObject({ language: 'en', state: 'REVIEWED', interpreterOffer: expect.stringContaining('interpreter') });
    expect(await refusal(caregiver.ask(drafting, { language: 'es' }))).toBe('FORBIDDEN');
    const { perspectiveTakingDraft: draft } = await king.supervisor.get<{ perspectiveTakingDraft: Module }>(drafting, { language: 'es' });
    expect(draft).toMatchObject({ language: 'es', state: 'MACHINE' });
    const review = { idempotencyKey: randomUUID(), content: 'PERSPECTIVE_TAKING', language: 'es', wording: draft.wording };
    expect(await refusal(caregiver.ask(reviewing, { input: review }))).toBe('FORBIDDEN');
    expect(await refusal(king.supervisor.ask(reviewing, { input: { ...review, wording: 'another' } }))).toBe('SUPPORT.OTHER_WORDING');
    expect(await king.supervisor.get(reviewing, { input: review })).toEqual({ reviewSupportContent: 'REVIEWED' });
    expect(await refusal(king.supervisor.ask(reviewing, { input: { ...review, idempotencyKey: randomUUID() } }))).toBe('SUPPORT.ALREADY_REVIEWED');
    const read = await moduleFor(caregiver, 'es');
    expect(read).toMatchObject({ language: 'es', state: 'REVIEWED', interpreterOffer: null });
    expect(read.parts.filter(({ kind }) => kind === 'PRINCIPLE').map(({ text }) => text)).toContain('Una familia es más que su día más difícil.');
    expect(read.parts.find(({ kind }) => kind === 'INTERVIEW')?.language).toBe('en');
  });
});

describe('what somebody writes to its questions', () => {
  it('S75 is theirs alone, sealed, taken up again another day, and never written over by another device', async () => {
    const writer = await king.person('CAREGIVER', 'Writer');
    const first = await save(writer, { questionId: 'PT-Q-01', words: `${mark} They were afraid.` });
    expect(first.reflections).toEqual([{ questionId: 'PT-Q-01', words: `${mark} They were afraid.`, revision: 1 }]);
    expect(first.openQuestions).not.toContain('PT-Q-01');
    expect(await save(writer, { questionId: 'PT-Q-01', words: `${mark} They were afraid, and so was I.`, revision: 1 })).toMatchObject({ reflections: [{ revision: 2 }] });
    expect(await refusal(writer.ask(saving, { input: { questionId: 'PT-Q-01', words: 'Other words', revision: 1 } }))).toBe('CHANGED_MEANWHILE');
    expect(await refusal(writer.ask(saving, { input: { questionId: 'PT-Q-99', words: 'Words' } }))).toBe('SUPPORT.NO_SUCH_QUESTION');
    expect(await refusal(writer.ask(saving, { input: { questionId: 'PT-Q-02', words: ' ' } }))).toBe('TEXT_REQUIRED');
    expect((await mine(writer)).reflections).toEqual([{ questionId: 'PT-Q-01', words: `${mark} They were afraid, and so was I.`, revision: 2 }]);
    for (const other of [caregiver, king.supervisor, await king.person('COORDINATOR')]) expect((await mine(other)).reflections).toEqual([]);
    expect(await king.rows(`select 1 from support.reflection one where one::text like $1`, [`%${mark}%`])).toEqual([]);
    expect((await writer.get<{ discardReflection: Mine }>(discarding, { id: 'PT-Q-01' })).discardReflection).toMatchObject({ reflections: [], finishedAt: null });
  });

  it('S75 is finished once, when something is written to each question; a supervisor learns of the completion and of no word', async () => {
    const learner = await king.person('CAREGIVER', 'Learner');
    await eventually(async () => expect(await king.rows('select 1 from support.enrolled_person where id = $1', [learner.personId])).toHaveLength(1));
    expect(await refusal(learner.ask(finishing, { input: { idempotencyKey: randomUUID() } }))).toBe('SUPPORT.QUESTIONS_OPEN');
    await writeToAll(learner);
    const [idempotencyKey, another] = [randomUUID(), randomUUID()];
    const twice = await Promise.all([learner.ask(finishing, { input: { idempotencyKey } }), learner.ask(finishing, { input: { idempotencyKey: another } })]);
    expect(twice.flatMap(({ errors }) => errors.map((error) => error.extensions?.code))).toEqual(['SUPPORT.MODULE_FINISHED']);
    expect((await mine(learner)).finishedAt).not.toBeNull();

    const seen = await king.supervisor.get<{ person: { trainings: { training: { key: string } }[] } }>('query ($id: UUID!) { person(id: $id) { trainings { id training { key } completedOn } } }', { id: learner.personId });
    expect(seen.person.trainings.map(({ training }) => training.key)).toEqual(['PERSPECTIVE_TAKING']);
    expect(JSON.stringify(seen)).not.toContain(mark);
    await eventually(async () => {
      const said = await king.rows(`select envelope->'data'->>'trainingKey' as key from support.event_log where envelope->>'type' = 'support.training-completed.v1' and envelope->'data'->>'personId' = $1`, [learner.personId]);
      expect(said).toEqual([{ key: 'PERSPECTIVE_TAKING' }]);
    });
    // What was finished stays so, and the words stay their writer's to change.
    expect(await save(learner, { questionId: 'PT-Q-06', words: `${mark} I will call on Friday.`, revision: 1 })).toMatchObject({ openQuestions: [] });
  });

  it('S75 counts for a training that was recorded for that day already', async () => {
    const learner = await king.person('CAREGIVER', 'Double');
    await eventually(async () => expect(await king.rows('select 1 from support.enrolled_person where id = $1', [learner.personId])).toHaveLength(1));
    await writeToAll(learner);
    const done = await finish(learner);
    await king.rows('delete from support.finished_reflections where person_id = $1', [learner.personId]);
    expect((await finish(learner)).openQuestions).toEqual(done.openQuestions);
    expect(await king.rows('select 1 from support.training_completion where person_id = $1', [learner.personId])).toHaveLength(1);
  });

  it('S75 is destroyed with its key when the writer is erased; a rotation of the county’s key leaves it readable', async () => {
    const [gone, stays] = [await king.person('CAREGIVER', 'Gone'), await king.person('CAREGIVER', 'Stays')];
    for (const writer of [gone, stays]) await save(writer, { questionId: 'PT-Q-02', words: `${mark} Is there a night light?` });
    const rewrapped = await world.askDirectly<{ keepSupportProtection: boolean }>('support', await king.clientToken('countyctl'), 'mutation { keepSupportProtection }');
    expect(rewrapped.data).toEqual({ keepSupportProtection: true });
    await king.say(PersonErasedV1, { personId: gone.personId as Id<'Person'> });
    await eventually(async () => expect(await king.rows('select 1 from support.reflection where person_id = $1', [gone.personId])).toEqual([]));
    expect(await king.rows('select 1 from support.person_key where person_id = $1', [gone.personId])).toEqual([]);
    expect((await mine(stays)).reflections).toHaveLength(1);
    const [may] = await world.stateRows<Record<string, boolean>>(
      `select has_table_privilege($1, 'identity.erased_person', 'select') as read, has_table_privilege($1, 'identity.erased_person', 'insert, update, delete') as change`,
      [`${world.platform.stateDatabase}_support`],
    );
    expect(may).toEqual({ read: true, change: false });
  });
});
