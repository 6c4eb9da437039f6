import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { Family, refusal } from './family.ts';

interface Suggestions {
  state: string;
  suggestions: { start: number; end: number; instead: string; concern: string }[];
}

const check = 'query ($text: String!, $language: GuideLanguage) { languageSuggestions(text: $text, language: $language) { state suggestions { start end instead concern } } }';
const refer = 'mutation ($input: ReferToServiceInput!) { referToService(input: $input) { id need } }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 90_000);
afterAll(() => world?.stop());

const suggested = async (actor: Actor, text: string, language = 'en'): Promise<Suggestions> => (await actor.get<{ languageSuggestions: Suggestions }>(check, { text, language })).languageSuggestions;

describe('words that say it with respect', () => {
  it('S76 are suggested with their place in the text, out of a reviewed list for families, and never block what is written', async () => {
    const family = await Family.open(king, 'amir');
    const { parent, coordinator, connectionId, caregiver } = family;
    const text = 'The bio mom was non-compliant.';
    for (const actor of [parent, caregiver, coordinator]) {
      const { state, suggestions } = await suggested(actor, text);
      expect([state, suggestions.map(({ start, end, concern }) => [text.slice(start, end), concern])]).toEqual(['REVIEWED', [['bio mom', 'LABEL'], ['non-compliant', 'BLAME']]]);
    }
    const spanish = 'Una familia disfuncional.';
    expect(await suggested(parent, spanish, 'es')).toEqual({ state: 'MACHINE', suggestions: [] });
    expect((await suggested(coordinator, spanish, 'es')).suggestions).toHaveLength(1);
    // Somebody of the county who speaks the language reads the list: from then on families get suggestions out of it.
    const { wordingDraft: list } = await king.supervisor.get<{ wordingDraft: { state: string; wording: string; lines: { key: string; text: string }[] } }>('{ wordingDraft(pack: LANGUAGE_CHECK, language: es) { state wording lines { key text } } }');
    expect(list).toMatchObject({ state: 'MACHINE', lines: expect.arrayContaining([expect.objectContaining({ key: 'familia disfuncional' })]) });
    const review = 'mutation ($input: ReviewWordingInput!) { reviewWording(input: $input) { state } }';
    const read = { pack: 'LANGUAGE_CHECK', language: 'es', wording: list.wording };
    await expect(coordinator.do(review, read)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(king.supervisor.do(review, { ...read, wording: 'another' })).rejects.toEqual(refusal('MEETINGS.OTHER_WORDING'));
    expect(await king.supervisor.do(review, read)).toEqual({ state: 'REVIEWED' });
    expect(await suggested(parent, spanish, 'es')).toMatchObject({ state: 'REVIEWED', suggestions: [{ concern: 'LABEL' }] });
    await expect(suggested(parent, 'x'.repeat(50_001))).rejects.toEqual(refusal('TEXT_TOO_LONG'));
    await family.permit();
    const written = await parent.do<{ text: string }>('mutation ($input: WriteSharedStatementInput!) { writeSharedStatement(input: $input) { text } }', { connectionId, text });
    expect(written).toEqual({ text });
  });

  it('R60 R76 are offered to a caregiver who writes of the parent to a child, or as of a new parent, and to nobody for what is said kindly', async () => {
    const caregiver = await king.person('CAREGIVER', 'wording');
    const found = async (text: string): Promise<string[][]> => (await suggested(caregiver, text)).suggestions.map(({ start, end, concern }) => [text.slice(start, end), concern]);
    expect(await found('Your mom doesn’t care about you.')).toEqual([['doesn’t care about you', 'BLAME']]);
    expect(await found('We are the forever family, and I am the new mom.')).toEqual([['forever family', 'REPLACEMENT'], ['new mom', 'REPLACEMENT']]);
    expect(await found('Your mom thinks of you. I care for you for now.')).toEqual([]);
  });

  it('R70 ask for the need where being poor is called neglect; housing is recorded as a need, and no record has a place for neglect', async () => {
    const family = await Family.open(king, 'bea');
    const { suggestions } = await suggested(family.caseworker, 'Neglected: the family has no heat.');
    expect(suggestions.map(({ concern }) => concern)).toEqual(['POVERTY']);
    expect((await suggested(family.caseworker, 'The family needs help with the heat.')).suggestions).toEqual([]);
    const referral = await eventually(() => family.coordinator.do(refer, { personId: family.parent.personId, need: 'HOUSING', serviceName: 'A place to stay' }));
    expect(referral).toMatchObject({ need: 'HOUSING' });
    const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../gateway/api.graphql'), 'utf8'));
    const names = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isEnumType(type)) return type.getValues().map((value) => `${type.name}.${value.name}`);
      return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [];
    });
    expect(names).toContain('ResourceNeed.HOUSING');
    expect(names.filter((name) => /neglect|maltreat|removalReason|allegation/i.test(name))).toEqual([]);
  });
});
