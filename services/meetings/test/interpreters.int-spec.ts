import { PersonProfileChangedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
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

  it('S18 is there by what was said last, also where an earlier word of it comes late', async () => {
    const { family, ally } = await prepared(king, 'Late');
    const personId = family.parent.personId as Id<'Person'>;
    const coordinator = await king.person('COORDINATOR');
    const say = (interpreterLanguage: string | null): Promise<object> => coordinator.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId, interpreterLanguage } });
    const versions = async (): Promise<number[]> => {
      const said = await king.rows<{ version: number }>(`select (envelope #>> '{data,version}')::int as version from (select envelope from identity.outbox_event union all select envelope from identity.event_log) event where envelope ->> 'type' = $1 and envelope #>> '{data,personId}' = $2 order by 1`, [PersonProfileChangedV1.type, personId]);
      return said.map(({ version }) => version);
    };
    const seen = (): Promise<unknown> => family.read(ally, needs);
    await say('so');
    await say('am');
    await eventually(async () => expect(await seen()).toEqual([{ personId, language: 'am' }]));
    const [, somali = 0, amharic = 0, ...rest] = await versions();
    expect([amharic > somali, rest]).toEqual([true, []]);

    // The event before it again, as one does that was set aside and is tried later; then one that says that it was heard.
    await king.say(PersonProfileChangedV1, { personId, languages: ['so'], version: somali, interpreterLanguage: 'so' });
    await king.say(PersonProfileChangedV1, { personId, languages: ['am', 'so'], version: amharic + 1 });
    const spoken = async (): Promise<unknown> => (await king.rows('select languages from meetings.spoken_languages where person_id = $1', [personId]))[0];
    await eventually(async () => expect(await spoken()).toEqual({ languages: ['am', 'so'] }));
    expect(await seen()).toEqual([{ personId, language: 'am' }]);
  });

  it('S18 speaks a language that there is', async () => {
    const parent = await king.person('PARENT', 'Babel');
    const say = (interpreterLanguage: string): Promise<object> => parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { interpreterLanguage } }', { input: { personId: parent.personId, interpreterLanguage } });
    await expect(say('no language')).rejects.toEqual(refusal('IDENTITY.UNKNOWN_LANGUAGE'));
    expect(await say('so')).toEqual({ setContactDetails: { interpreterLanguage: 'so' } });
  });
});
