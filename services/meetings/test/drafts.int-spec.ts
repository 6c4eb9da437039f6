import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, refusal } from './family.ts';

interface Draft {
  id: string;
  form: string;
  about: string;
  content: string;
  revision: number;
  submissionKey: string;
}

const fields = 'id form about content revision submissionKey';
const save = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { ${fields} } }`;
const discard = 'mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) }';
const write = 'mutation ($input: WriteSharedStatementInput!) { writeSharedStatement(input: $input) { id } }';

let world: SharedWorld;
let pierce: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('pierce');
  pierce = world.county('pierce');
}, 90_000);
afterAll(() => world?.stop());

const draftsOf = async (actor: Actor): Promise<Draft[]> => (await actor.get<{ myDrafts: Draft[] }>(`{ myDrafts { ${fields} } }`)).myDrafts;
const mark = 'Qx7';

describe('a draft', () => {
  it('is kept for its writer alone, resumed from another device, and sent in once', async () => {
    const family = await Family.open(pierce, 'amir');
    const { connectionId, parent, caregiver, caseworker } = family;
    const form = { connectionId, form: 'SHARED_STATEMENT' };
    const first = await change<Draft>(parent, save, { ...form, content: `${mark} We both wish` });
    expect(first).toMatchObject({ form: 'SHARED_STATEMENT', about: '', content: `${mark} We both wish`, revision: 1 });
    expect(await draftsOf(parent)).toEqual([first]);
    for (const other of [caregiver, caseworker, pierce.supervisor]) expect(await draftsOf(other)).toEqual([]);
    await expect(change(caregiver, discard, { draftId: first.id })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(change(await pierce.person('PARENT', 'stranger'), save, { ...form, content: 'Mine' })).rejects.toEqual(refusal('NOT_FOUND'));
    const nowhere = { ...form, connectionId: '01900000-0000-7000-8000-000000000000', content: 'Mine' };
    await expect(change(await pierce.person('COORDINATOR', 'drafting'), save, nowhere)).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await change<Draft>(caregiver, save, { ...form, content: 'Theirs' })).toMatchObject({ revision: 1 });

    // Two devices: what one of them has not seen it does not write over, and a repeated save changes nothing.
    const second = await change<Draft>(parent, save, { ...form, content: `${mark} We both wish for longer visits.`, revision: 1 });
    expect(second).toMatchObject({ id: first.id, revision: 2 });
    await expect(change(parent, save, { ...form, content: 'Other words', revision: 1 })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    await expect(change(parent, save, { ...form, content: 'Other words' })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    expect(await change<Draft>(parent, save, { ...form, content: second.content, revision: 1 })).toEqual(second);

    await family.permit();
    const sendIn = async (): Promise<string> => (await parent.get<{ writeSharedStatement: { id: string } }>(write, { input: { idempotencyKey: second.submissionKey, connectionId, text: second.content } })).writeSharedStatement.id;
    const sent = await Promise.all([sendIn(), sendIn()]);
    expect(new Set(sent).size).toBe(1);
    expect(await family.read(parent, 'sharedStatements { id }')).toHaveLength(1);
    await change(parent, discard, { draftId: first.id });
    await expect(change(parent, save, { ...form, content: 'Still typing elsewhere', revision: 2 })).rejects.toEqual(refusal('MEETINGS.DRAFT_GONE'));
    expect(await draftsOf(parent)).toEqual([]);
  });

  it('is sealed, refuses what is too long, and stays there when it is refused, when contact is forbidden, and until its writer is erased', async () => {
    const family = await Family.open(pierce, 'bea');
    const { connectionId, parent, caregiver } = family;
    const form = { connectionId, form: 'AGENDA_NOTE', about: 'ROUTINE' };
    const kept = await change<Draft>(parent, save, { ...form, content: `${mark} One song at night.` });
    expect(await pierce.rows('select 1 from meetings.draft where id = $1 and draft::text like $2', [kept.id, `%${mark}%`])).toEqual([]);
    await expect(change(parent, save, { ...form, content: 'x'.repeat(50_001), revision: 1 })).rejects.toEqual(refusal('TEXT_TOO_LONG'));
    const megabyte = await parent.ask(save, { input: { ...form, content: 'x'.repeat(1_000_000), revision: 1 } });
    expect(megabyte).toMatchObject({ status: 413, errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
    expect(await draftsOf(parent)).toEqual([kept]);

    await family.prohibit();
    const refused = { idempotencyKey: kept.submissionKey, connectionId, text: 'We both wish for longer visits.' };
    await expect(parent.get(write, { input: refused })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    const longer = await change<Draft>(parent, save, { ...form, content: `${mark} One song at night, the door open.`, revision: 1 });
    expect(await draftsOf(parent)).toEqual([longer]);

    const theirs = await change<Draft>(caregiver, save, { connectionId, form: 'PREPARATION', content: 'About them' });
    const rewrapped = await world.askDirectly<{ keepMeetingsProtection: boolean }>('meetings', await pierce.clientToken('countyctl'), 'mutation { keepMeetingsProtection }');
    expect(rewrapped.data).toEqual({ keepMeetingsProtection: true });
    expect(await draftsOf(caregiver)).toEqual([theirs]);
    await pierce.say(PersonErasedV1, { personId: parent.personId as Id<'Person'> });
    await eventually(async () => expect(await pierce.rows('select 1 from meetings.draft where connection_id = $1', [connectionId])).toEqual([]));
    expect(await pierce.rows('select 1 from meetings.person_key where person_id = $1', [parent.personId])).toEqual([]);
  });

  it('is kept of the long forms beside connections too, one of each for each writer, and sent in once', async () => {
    const [parent, ally] = [await pierce.person('PARENT', 'storyteller'), await pierce.person('PARENT_ALLY', 'handing-over')];
    const form = { form: 'STORY' };
    const begun = await Promise.allSettled(['Once', 'One day'].map((content) => change<Draft>(parent, save, { ...form, content })));
    expect(begun.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))).toEqual([refusal('CHANGED_MEANWHILE')]);
    const [first] = await draftsOf(parent);
    expect(await parent.get('{ myDrafts { connectionId form revision } }')).toEqual({ myDrafts: [{ connectionId: null, form: 'STORY', revision: 1 }] });
    const told = await change<Draft>(parent, save, { ...form, content: `${mark} Once she called me by my name.`, revision: 1 });
    expect(told).toMatchObject({ id: first!.id, revision: 2 });
    expect(await pierce.rows('select 1 from meetings.draft where id = $1 and draft::text like $2', [told.id, `%${mark}%`])).toEqual([]);
    for (const about of ['match-1', 'match-2']) await change(ally, save, { form: 'HAND_OVER', about, content: 'What the next one should know' });
    expect((await draftsOf(ally)).map(({ about }) => about).sort()).toEqual(['match-1', 'match-2']);

    await expect(change(parent, save, { form: 'AGREEMENT', content: 'Of which connection?' })).rejects.toEqual(refusal('MEETINGS.DRAFT_OF_CONNECTION'));
    const elsewhere = { ...form, connectionId: '01900000-0000-7000-8000-000000000000', content: told.content, revision: 2 };
    await expect(change(parent, save, elsewhere)).rejects.toEqual(refusal('MEETINGS.DRAFT_OF_CONNECTION'));
    await expect(change(ally, discard, { draftId: told.id })).rejects.toEqual(refusal('NOT_FOUND'));

    const tell = 'mutation ($input: TellStoryInput!) { tellStory(input: $input) { id } }';
    const sendIn = async (): Promise<string> => (await parent.get<{ tellStory: { id: string } }>(tell, { input: { idempotencyKey: told.submissionKey, title: 'A name', text: told.content } })).tellStory.id;
    expect(new Set(await Promise.all([sendIn(), sendIn()])).size).toBe(1);
    await change(parent, discard, { draftId: told.id });
    expect(await draftsOf(parent)).toEqual([]);
  });

  it('is thrown away 30 days after it was last saved, and not a day before', async () => {
    const { connectionId, parent, caregiver } = await Family.open(pierce, 'dina');
    const about = (name: string): object => ({ connectionId, form: 'AGENDA_NOTE', about: name });
    const old = await change<Draft>(parent, save, { ...about('OLD'), content: 'Once' });
    const young = await change<Draft>(parent, save, { ...about('YOUNG'), content: 'Lately' });
    await pierce.rows(`update meetings.draft set saved_at = now() - interval '30 days 1 minute' where id = $1`, [old.id]);
    await pierce.rows(`update meetings.draft set saved_at = now() - interval '29 days' where id = $1`, [young.id]);
    await change(caregiver, save, { ...about('NEW'), content: 'Now' }); // whenever somebody begins one, and every minute
    await eventually(async () => expect((await draftsOf(parent)).map(({ id }) => id)).toEqual([young.id]));
    await expect(change(parent, save, { ...about('OLD'), content: 'Once more', revision: 1 })).rejects.toEqual(refusal('MEETINGS.DRAFT_GONE'));
  });

  it('opens no key of somebody whom the county has erased, for which meetings may read the state’s ledger of erasures and nothing else there', async () => {
    const { connectionId, caregiver } = await Family.open(pierce, 'cleo');
    const form = { connectionId, form: 'FOLLOW_UP' };
    const personHash = createHash('sha256').update(`${pierce.county.slug}/${caregiver.personId}`).digest('base64url');
    await world.stateRows(`insert into identity.erased_person (county, person_hash, certificate) values ($1, $2, '{}')`, [pierce.county.slug, personHash]);
    await expect(change(caregiver, save, { ...form, content: 'An erasure' })).rejects.toEqual(refusal('PERSON_ERASED'));
    await world.stateRows('delete from identity.erased_person where person_hash = $1', [personHash]); // before identity finds that it has not erased them
    expect((await change<Draft>(caregiver, save, { ...form, content: 'No erasure' })).revision).toBe(1);
    const [may] = await world.stateRows<Record<string, boolean>>(
      `select has_table_privilege($1, 'identity.erased_person', 'select') as read, has_table_privilege($1, 'identity.erased_person', 'insert, update, delete') as change,
              exists (select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'erased_person' and has_table_privilege($1, format('%I.%I', schemaname, tablename), 'select, insert, update, delete')) as other`,
      [`${world.platform.stateDatabase}_meetings`],
    );
    expect(may).toEqual({ read: true, change: false, other: false });
  });
});
