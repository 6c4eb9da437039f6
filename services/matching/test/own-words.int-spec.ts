import { PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, approve, askFor, connect, declining, describeMentor, propose, refusalOf, runMatching, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

/** The tables of matching in which that word stands, whatever its case. */
async function whereIs(word: string): Promise<string[]> {
  const tables = await king.rows<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where table_schema = 'matching' and table_type = 'BASE TABLE' order by 1`);
  const found: string[] = [];
  for (const { name } of tables) if ((await king.rows(`select 1 from ${name} row where row::text ilike $1 limit 1`, [`%${word}%`])).length > 0) found.push(name);
  return found;
}
const protectedReads = (who: Actor, action: string) => king.rows('select 1 from matching.audit_entry where person = $1 and action = $2', [who.personId, action]);
const faith = { kind: 'FAITH', value: 'Zoroastrian' };
const culture = { kind: 'CULTURE', value: 'Marquesan' };

describe('what mentors and families say of gender, culture, faith and what they have come through', () => {
  it('R41 S83 lies sealed with the key of whoever it is about, is gone by yet, and goes with an erasure; who else read it is written down', async () => {
    const parent = await king.person('PARENT', 'Asks', { languages: ['ha'] });
    await connect(king, parent, [await king.person('CAREGIVER', 'Asks')]);
    const [meets, other] = [await ally(king, 'Meets', { languages: ['ha'] }), await ally(king, 'Other', { languages: ['ha'] })];
    await describeMentor(meets, { traits: [faith], limits: ['RECOVERY'] });
    await describeMentor(other, { limits: ['TRIBAL_MEMBERSHIP'] });
    await askFor(parent, { wishes: [{ ...faith, must: true }, culture] });
    for (const word of ['Zoroastrian', 'Marquesan', 'TRIBAL_MEMBERSHIP']) expect(await whereIs(word)).toEqual([]);
    expect(await refusalOf(propose(king, parent.personId, other))).toBe('MATCHING.WISH_NOT_MET');

    const { proposals } = await runMatching<{ proposals: { id: string; participantId: string; missedWishes: object[]; mentor: { id: string } }[] }>(king, 'proposals { id participantId mentor { id } missedWishes { kind value } }');
    expect(proposals.find(({ participantId }) => participantId === parent.personId)).toMatchObject({ mentor: { id: meets.personId }, missedWishes: [culture] });
    expect(await whereIs('Marquesan')).toEqual([]);
    expect(await parent.get('{ myMentorNeeds { wishes { kind value } } }')).toEqual({ myMentorNeeds: [{ wishes: [faith, culture] }] });
    expect(await meets.get('{ myMentorProfile { traits { kind value } limits } }')).toEqual({ myMentorProfile: { traits: [faith], limits: ['RECOVERY'] } });
    const profiles = '{ mentorProfiles(first: 100) { nodes { traits { value } } } }';
    expect(JSON.stringify(await king.supervisor.get(profiles))).toContain('Zoroastrian');
    expect(await protectedReads(king.supervisor, 'MentorProfile.traits')).toHaveLength(1);
    expect(await protectedReads(meets, 'MentorProfile.traits')).toEqual([]);
    expect(await protectedReads(coordinator, 'MatchProposal.words')).not.toEqual([]);

    const proposalId = proposals.find(({ participantId }) => participantId === parent.personId)!.id;
    await approve(king, [{ id: proposalId }]);
    await tell(meets, declining, { proposalId, reason: 'We sang in the Quillaboo choir.' });
    expect(await whereIs('Quillaboo')).toEqual([]);
    expect(JSON.stringify(await coordinator.get('{ matchProposals(first: 100, status: DECLINED) { nodes { declineReason } } }'))).toContain('Quillaboo');
    expect(await refusalOf(propose(king, parent.personId, meets))).toBe('MATCHING.REASON_NEEDED');
    await propose(king, parent.personId, meets, 'The Quillaboo choir is long ago.');
    expect(await whereIs('Quillaboo')).toEqual([]);
    expect(JSON.stringify(await coordinator.get('{ matchProposals(first: 100, status: PROPOSED) { nodes { overrideReason explanation } } }'))).toContain('A coordinator chose this mentor: The Quillaboo choir');

    await king.say(PersonErasedV1, { personId: meets.personId as Id<'Person'> });
    await eventually(async () => expect(await king.rows('select 1 from matching.person_key where person_id = $1', [meets.personId])).toEqual([]));
    expect(await king.rows('select own_words from matching.mentor_profile where person_id = $1', [meets.personId])).toEqual([{ own_words: null }]);
    expect(await king.rows('select 1 from matching.person_key where person_id = $1', [parent.personId])).toHaveLength(1);
    await king.say(PersonErasedV1, { personId: parent.personId as Id<'Person'> });
    await eventually(async () => expect(await king.rows('select own_wishes, wishes_of from matching.mentor_need where participant_id = $1', [parent.personId])).toEqual([{ own_wishes: null, wishes_of: null }]));
  });

  it('is sealed where an older version wrote it in plain words, and stays readable when keys are locked anew', async () => {
    const [parent, mentor] = [await king.person('PARENT', 'Old', { languages: ['yo'] }), await ally(king, 'Old', { languages: ['yo'] })];
    await connect(king, parent, [await king.person('CAREGIVER', 'Old')]);
    await king.rows(`update matching.mentor_profile set traits = $2::jsonb, limits = '{TEENS}' where person_id = $1`, [mentor.personId, JSON.stringify([{ kind: 'GENDER', value: 'Plainwoman' }])]);
    await king.rows(`update matching.mentor_need set wishes = $2::jsonb where participant_id = $1`, [parent.personId, JSON.stringify([{ kind: 'GENDER', value: 'Plainwoman', must: true }])]);
    expect(await parent.get('{ myMentorNeeds { wishes { value } mustsThatNobodyMeets { value } } }')).toEqual({ myMentorNeeds: [{ wishes: [{ value: 'Plainwoman' }], mustsThatNobodyMeets: [] }] });
    const kept = await world.askDirectly<{ keepMatchingProtection: boolean }>('matching', await king.clientToken('countyctl'), 'mutation { keepMatchingProtection }');
    expect(kept.data).toEqual({ keepMatchingProtection: true });
    expect(await whereIs('Plainwoman')).toEqual([]);
    expect(await mentor.get('{ myMentorProfile { traits { value } limits } }')).toEqual({ myMentorProfile: { traits: [{ value: 'Plainwoman' }], limits: ['TEENS'] } });
    expect(await parent.get('{ myMentorNeeds { wishes { value } } }')).toEqual({ myMentorNeeds: [{ wishes: [{ value: 'Plainwoman' }] }] });
  });

  it('is nobody’s but the operator’s to lock anew', async () => {
    for (const who of [coordinator, king.supervisor]) expect(await refusalOf(who.get('mutation { keepMatchingProtection }'))).toBe('FORBIDDEN');
  });
});
