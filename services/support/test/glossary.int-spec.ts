import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask, SharedWorld, type Actor } from '@fc/testing';

interface Term {
  readonly key: string;
  readonly term: string;
  readonly usualTerm: string | null;
  readonly synonyms: readonly string[];
  readonly meaning: string;
}
interface Glossary {
  readonly language: string;
  readonly state: string;
  readonly wording: string;
  readonly interpreterOffer: string | null;
  readonly terms: readonly Term[];
}

const fields = '{ language state wording interpreterOffer terms { key term usualTerm synonyms meaning } }';
const asking = `query ($language: ContentLanguage, $word: String) { glossary(language: $language, word: $word) ${fields} }`;
const drafting = `{ glossaryDraft(language: es) ${fields} }`;
const reviewing = 'mutation ($input: ReviewSupportContentInput!) { reviewSupportContent(input: $input) }';

let world: SharedWorld;
let parent: Actor;
let snohomish: Actor;

const read = async (actor: Actor, variables: object = {}): Promise<Glossary> => (await actor.get<{ glossary: Glossary }>(asking, variables)).glossary;
/** Asked by nobody in particular. */
const readWithoutToken = async (variables: object = {}): Promise<Glossary> => {
  const { status, data, errors } = await ask<{ glossary: Glossary }>(world.gateway.url, {}, asking, variables);
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data!.glossary;
};
const keysOf = ({ terms }: Glossary): string[] => terms.map(({ key }) => key);

beforeAll(async () => {
  world = await SharedWorld.join('king', 'snohomish');
  [parent, snohomish] = await Promise.all([world.county('king').person('PARENT', 'Noor'), world.county('snohomish').person('PARENT', 'Amir')]);
}, 120_000);
afterAll(() => world?.stop());

describe('the glossary', () => {
  it('S82 says what the words of foster care mean, and is found by a word, a synonym or a part of one in either language', async () => {
    const all = await read(parent);
    expect(keysOf(all)).toEqual(expect.arrayContaining(['PARENT', 'CAREGIVER', 'KINSHIP_CAREGIVER', 'FICTIVE_KIN', 'NREFM', 'COMFORT_CALL', 'ICEBREAKER', 'PARENT_PARTNER_PROGRAM', 'REUNIFICATION', 'PERMANENCY', 'FAMILY_TIME']));
    expect(all).toMatchObject({ language: 'en', state: 'REVIEWED', interpreterOffer: null });
    expect(keysOf(await read(parent, { word: 'CO-PARENTING' }))).toEqual(['FAMILY_CONNECTION']);
    expect(keysOf(await read(parent, { word: 'ninera' }))).toEqual(['RESPITE']);
    expect(keysOf(await read(parent, { word: 'no such word' }))).toEqual([]);
  });

  it('S82 uses a county’s own word for a role, there alone', async () => {
    const [ally] = (await read(snohomish, { word: 'system navigator' })).terms;
    expect(ally).toMatchObject({ key: 'PARENT_ALLY', term: 'Parent Partner', usualTerm: 'Parent Ally' });
    expect((await read(snohomish, { word: 'connections meeting' })).terms[0]?.meaning).toContain('Parent Partner');
    for (const { terms } of [await read(parent, { word: 'system navigator' }), await readWithoutToken({ word: 'system navigator' })]) expect(terms[0]).toMatchObject({ key: 'PARENT_ALLY', term: 'Parent Ally', usualTerm: null });
  });

  it('S82 is for everybody: without a token, for the administration of the state, and for each role alike', async () => {
    const withoutToken = await readWithoutToken();
    expect(withoutToken.terms.length).toBeGreaterThan(25);
    expect(await read(await world.stateAdministrator())).toEqual(withoutToken);
    expect(await read(parent)).toEqual(withoutToken);
  });

  it('S82 is read in English with the offer of an interpreter until a county has reviewed the Spanish, by whose people alone it is then read so', async () => {
    const { supervisor } = world.county('king');
    expect(await read(parent, { language: 'es' })).toMatchObject({ language: 'en', state: 'REVIEWED', interpreterOffer: expect.stringContaining('interpreter') });
    expect((await parent.ask(drafting)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const { glossaryDraft } = await supervisor.get<{ glossaryDraft: Glossary }>(drafting);
    expect(glossaryDraft).toMatchObject({ language: 'es', state: 'MACHINE' });
    await supervisor.get(reviewing, { input: { idempotencyKey: randomUUID(), content: 'GLOSSARY', language: 'es', wording: glossaryDraft.wording } });
    const spanish = await read(parent, { language: 'es', word: 'return home' });
    expect(spanish).toMatchObject({ language: 'es', state: 'REVIEWED', interpreterOffer: null, terms: [{ key: 'REUNIFICATION', term: 'Reunificación' }] });
    for (const other of [await read(snohomish, { language: 'es' }), await readWithoutToken({ language: 'es' })]) expect(other).toMatchObject({ language: 'en', interpreterOffer: expect.any(String) });
  });
});
