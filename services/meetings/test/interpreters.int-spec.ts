import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepared } from './matched.ts';
import { Family, refusal } from './family.ts';

const needs = 'interpreterNeeds { personId language }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

describe('an interpreter', () => {
  it('S18 is known to whoever plans with the person or leads a meeting, without a consent to their number, and to nobody else', async () => {
    const { family, ally } = await prepared(king, 'Somali');
    const { parent, caregiver, coordinator } = family;
    const say = (interpreterLanguage: string | null): Promise<object> =>
      parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: parent.personId, interpreterLanguage } });
    const seenBy = (actor: Actor): Promise<unknown> => family.read(actor, needs);
    const profile = 'query ($id: UUID!) { person(id: $id) { interpreterLanguage contactDetails { interpreterLanguage } } }';

    expect(await seenBy(ally)).toEqual([]);
    await say('so');
    const known = [{ personId: parent.personId, language: 'so' }];
    await eventually(async () => expect(await seenBy(ally)).toEqual(known));
    for (const actor of [parent, caregiver, coordinator]) expect(await seenBy(actor)).toEqual(known);
    // How to reach the parent stays with them.
    for (const actor of [caregiver, ally]) expect(await actor.get(profile, { id: parent.personId })).toEqual({ person: { interpreterLanguage: 'so', contactDetails: null } });

    const elsewhere = await Family.open(king, 'Elsewhere');
    await expect(seenBy(elsewhere.caregiver)).rejects.toEqual(refusal('NOT_FOUND'));
    const referred = await world.askDirectly('meetings', elsewhere.caregiver, `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on FamilyConnection { ${needs} } } }`, { representations: [{ __typename: 'FamilyConnection', id: family.connectionId }] });
    expect(JSON.stringify(referred)).not.toContain('"so"');
    await expect(elsewhere.caregiver.get(profile, { id: parent.personId })).rejects.toEqual(refusal('NOT_FOUND'));
    await say(null);
    await eventually(async () => expect(await seenBy(ally)).toEqual([]));
  });

  it('S18 speaks a language that there is', async () => {
    const parent = await king.person('PARENT', 'Babel');
    const say = (interpreterLanguage: string): Promise<object> => parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { interpreterLanguage } }', { input: { personId: parent.personId, interpreterLanguage } });
    await expect(say('no language')).rejects.toEqual(refusal('IDENTITY.UNKNOWN_LANGUAGE'));
    expect(await say('so')).toEqual({ setContactDetails: { interpreterLanguage: 'so' } });
  });
});
