import { inHours, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, tell } from './asking.ts';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
interface StoryInHand extends Story {
  readonly tellerId: string;
  readonly status: string;
}

let world: SharedWorld;
/** Erases without waiting. */
let pierce: TestCounty;
let coordinator: Actor;
let reader: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('pierce');
  pierce = world.county('pierce');
  coordinator = await pierce.person('COORDINATOR');
  reader = await pierce.person('CAREGIVER', 'Reader');
}, 120_000);
afterAll(() => world?.stop());

const inHand = '{ id tellerId title text status releasedUntil named }';
const tellStory = (by: Actor, text: string, also: object = {}): Promise<StoryInHand> => by.do(change('tellStory', inHand), { title: 'A way home', text, ...also });
const release = (by: Actor, storyId: string, also: object = {}): Promise<StoryInHand> => tell(by, 'releaseStory', { storyId, how: 'SPOKEN', ...also }, inHand);
const publish = (storyId: string, by = coordinator): Promise<StoryInHand> => tell(by, 'publishStory', { storyId }, inHand);
const stories = async (by: Actor): Promise<Story[]> => (await by.get<{ stories: { nodes: Story[] } }>('{ stories(first: 100) { nodes { id title text publishedAt } } }')).stories.nodes;
const readsIt = async (by: Actor, id: string): Promise<boolean> => (await stories(by)).some((story) => story.id === id);
const mine = async (by: Actor): Promise<string[]> => (await by.get<{ myStories: { id: string }[] }>('{ myStories { id } }')).myStories.map(({ id }) => id);
const toReview = async (by: Actor): Promise<string[]> => (await by.get<{ storiesToReview: { nodes: { id: string }[] } }>('{ storiesToReview(first: 100) { nodes { id } } }')).storiesToReview.nodes.map(({ id }) => id);
/** A story that everybody reads. */
async function published(by: Actor, text: string, also: object = {}): Promise<string> {
  const { id } = await tellStory(by, text);
  await release(by, id, also);
  await publish(id);
  return id;
}

describe('S14 the story library', () => {
  it('S14 keeps a story with its teller until they release it, and shows it to everybody once a coordinator has found it good', async () => {
    const teller = await pierce.person('PARENT', 'Noor');
    const story = await tellStory(teller, 'It took a year, and then the door opened.');
    expect(story).toMatchObject({ status: 'PRIVATE', tellerId: teller.personId });
    expect(await mine(teller)).toEqual([story.id]);
    expect([await readsIt(reader, story.id), (await toReview(coordinator)).includes(story.id), await mine(coordinator)]).toEqual([false, false, []]);
    expect(await codeOf(publish(story.id))).toBe('NOT_FOUND');
    for (const [name, also] of [['releaseStory', { how: 'SPOKEN' }], ['withdrawStory', {}], ['rewriteStory', { title: 'Mine', text: 'Mine now.' }]] as const) expect(await codeOf(tell(reader, name, { storyId: story.id, ...also }))).toBe('NOT_FOUND');
    await expectAudited(pierce, reader, 'releaseStory', 'NOT_FOUND');

    expect(await release(teller, story.id)).toMatchObject({ status: 'RELEASED' });
    expect(await toReview(coordinator)).toContain(story.id);
    expect(await readsIt(reader, story.id)).toBe(false);
    expect(await codeOf(publish(story.id, teller))).toBe('FORBIDDEN');
    expect(await codeOf(toReview(reader))).toBe('FORBIDDEN');
    await publish(story.id);
    expect(await readsIt(reader, story.id)).toBe(true);
    const shown = (await stories(reader)).find(({ id }) => id === story.id);
    expect(JSON.stringify(shown)).not.toContain(teller.personId);
    expect(await toReview(coordinator)).not.toContain(story.id);
  });

  it('S14 is reviewed by another than the teller, and what is rewritten is released and read anew', async () => {
    const second = await pierce.person('COORDINATOR', 'Second');
    const { id } = await tellStory(second, 'I was a parent in this program before I worked for it.');
    await release(second, id);
    expect(await codeOf(publish(id, second))).toBe('IDENTITY.NOT_YOURSELF');
    await publish(id);
    expect(await readsIt(reader, id)).toBe(true);
    expect(await tell(second, 'rewriteStory', { storyId: id, title: 'Another', text: 'Another text.' }, inHand)).toMatchObject({ status: 'PRIVATE', named: false });
    expect(await readsIt(reader, id)).toBe(false);
    expect(await codeOf(publish(id))).toBe('NOT_FOUND');
    await release(second, id);
    await publish(id);
    expect((await stories(reader)).find((story) => story.id === id)).toMatchObject({ title: 'Another', text: 'Another text.' });
  });

  it('S14 can be written down by who speaks for the teller, as long as they do', async () => {
    const [caseworker, stranger] = [await pierce.person('CASEWORKER', 'Wanda'), await pierce.person('CASEWORKER', 'Strange')];
    const parent = await pierce.person('PARENT', 'Lena');
    const children = [{ givenName: 'Ilya', familyName: 'Example', birthDate: '2015-02-28' }];
    const [child] = await caseworker.do<{ id: string }[]>(change('registerChildren'), { children, parentIds: [parent.personId] });
    expect(await codeOf(tellStory(stranger, 'Not mine to tell.', { tellerId: parent.personId }))).toBe('NOT_FOUND');
    const story = await tellStory(caseworker, 'She told me how it was.', { tellerId: parent.personId });
    expect(story.tellerId).toBe(parent.personId);
    expect([await mine(caseworker), await mine(parent)]).toEqual([[story.id], [story.id]]);
    const [assigned] = await pierce.rows<{ id: string }>(`select id from identity.case_assignment where child_id = $1 and person_id = $2`, [child!.id, caseworker.personId]);
    await tell(coordinator, 'endCaseAssignment', { assignmentId: assigned!.id });
    expect([await mine(caseworker), await mine(parent)]).toEqual([[], [story.id]]);
    expect(await codeOf(release(caseworker, story.id))).toBe('NOT_FOUND');
    expect(await release(parent, story.id)).toMatchObject({ status: 'RELEASED' });
  });

  it('S14 ends at the next reading when its time is over, its teller withdraws it, or they are erased', async () => {
    const [late, changed, gone] = [await pierce.person('PARENT', 'Late'), await pierce.person('PARENT', 'Changed'), await pierce.person('PARENT', 'Gone')];
    const until = inHours(1);
    expect(await codeOf(release(late, (await tellStory(late, 'Too short.')).id, { until: new Date(Date.now() - 1_000).toISOString() }))).toBe('DATE_TOO_EARLY');
    const ids = [await published(late, 'For an hour.', { until }), await published(changed, 'For now.'), await published(gone, 'For ever.')] as const;
    for (const id of ids) expect(await readsIt(reader, id)).toBe(true);

    await pierce.rows(`update identity.story set released_until = now() where id = $1`, [ids[0]]);
    expect(await readsIt(reader, ids[0])).toBe(false);
    await tell(changed, 'withdrawStory', { storyId: ids[1] }, inHand);
    expect(await readsIt(reader, ids[1])).toBe(false);
    expect(await codeOf(release(changed, ids[1]))).toBe('IDENTITY.STORY_WITHDRAWN');
    const { id: erasureId } = await coordinator.do<{ id: string }>(change('requestErasure'), { personId: gone.personId });
    await tell(pierce.supervisor, 'confirmErasure', { erasureId });
    await tell(coordinator, 'carryOutErasure', { erasureId });
    expect(await pierce.rows('select 1 from identity.story where id = $1', [ids[2]])).toEqual([]);
  });
});

describe('R42 a published story', () => {
  let family: TestFamily;
  beforeAll(async () => {
    family = await placeFamily(pierce, 'Zarina');
    await openConnection(pierce, family);
    await coordinator.do(change('addRelative'), { childIds: family.childIds, givenName: 'Orsolya', familyName: 'Vastag', kinship: 'AUNT_OR_UNCLE' });
    await pierce.rows(`update identity.person set given_name = 'Quillon', family_name = 'Underhill' where id = any ($1::uuid[])`, [family.childIds]);
    await pierce.rows(`update identity.person set given_name = 'Bertrand', family_name = 'Osei' where id = $1`, [family.caregiver.personId]);
    await pierce.rows(`update identity.person set given_name = 'Zarina', family_name = 'Underhill' where id = $1`, [family.parent.personId]);
  });
  const refused = async (text: string, also: object = {}): Promise<string> => {
    const { id } = await tellStory(family.parent, text, also);
    await release(family.parent, id, { named: false });
    const code = await codeOf(publish(id));
    expect(await readsIt(reader, id)).toBe(false);
    return code;
  };

  it('R42 holds no real name of the family: not of the teller, the child, the other home or a relative, however it is written', async () => {
    for (const text of ['I am Zarina.', 'We are the UNDERHILLS’ neighbours, the Underhill family.', 'quillon came home.', 'Quíllon came home.', 'Mr. Osei, who fostered', 'Bertrand’s garden', 'my aunt Orsolya', 'Tante Vastag'])
      expect([text, await refused(text)]).toEqual([text, 'IDENTITY.STORY_TELLS_NAMES']);
    expect(await refused('My child came home.', { title: 'Quillon’s way' })).toBe('IDENTITY.STORY_TELLS_NAMES');
    const id = await published(family.parent, 'I call myself Amira here, and my child Tom. The other family planted a garden with us.');
    expect(await readsIt(reader, id)).toBe(true);
  });

  it('R42 holds the teller’s own name where they agreed to it, and a child’s never', async () => {
    const text = 'I am Zarina Underhill, and I stand by it.';
    expect(await refused(text)).toBe('IDENTITY.STORY_TELLS_NAMES');
    expect(await readsIt(reader, await published(family.parent, text, { named: true }))).toBe(true);
    for (const also of ['Quillon', 'Bertrand']) {
      const { id } = await tellStory(family.parent, `I am Zarina, with ${also}.`);
      await release(family.parent, id, { named: true });
      expect(await codeOf(publish(id))).toBe('IDENTITY.STORY_TELLS_NAMES');
    }
    const { id } = await tellStory(coordinator, 'I like my room.', { tellerId: family.childIds[0] });
    expect(await codeOf(release(coordinator, id, { named: true }))).toBe('IDENTITY.CHILD_STAYS_UNNAMED');
    expect(await release(coordinator, id)).toMatchObject({ status: 'RELEASED' });
  });
});
