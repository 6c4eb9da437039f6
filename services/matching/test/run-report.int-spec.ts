import { SharedWorld, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, approve, askFor, connect, describeMentor, refusalOf, runMatching } from './program.ts';

let world: SharedWorld;
let pierce: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('pierce');
  pierce = world.county('pierce');
}, 120_000);
afterAll(() => world?.stop());

interface Run {
  readonly id: string;
  readonly proposals: readonly { readonly id: string; readonly participantId: string; readonly constraintsMet: readonly string[]; readonly explanation: string; readonly spanish: string }[];
  readonly quality: object;
}
const fields = `id proposals { id participantId mentor { id } constraintsMet constraintsAgainst explanation spanish: explanation(language: "es") runnerUp { mentor { id } because } }
  quality { protectedWishes { trait askedBy must met } protectedWishesInWords spanish: protectedWishesInWords(language: "es") }`;

describe('the report of a run', () => {
  it('R41 S02 says what families had asked for that nobody may be judged by, and explains a proposal whole to staff and shortly to the family in their own language', async () => {
    const [asks, silent] = [await pierce.person('PARENT', 'Asks', { languages: ['es', 'en'] }), await pierce.person('PARENT', 'Silent', { languages: ['en'] })];
    for (const parent of [asks, silent]) await connect(pierce, parent, [await pierce.person('CAREGIVER', 'Report')]);
    const woman = { kind: 'GENDER', value: 'woman' };
    const [chosen, other] = [await ally(pierce, 'Chosen', { languages: ['es'] }), await ally(pierce, 'Other', { languages: ['en'] })];
    await describeMentor(chosen, { traits: [woman] });
    await askFor(asks, { wishes: [{ ...woman, must: true }, { kind: 'LIVED_EXPERIENCE', value: 'TEENS' }] });
    await pierce.rows(`update matching.mentor_need set since = now() - interval '20 days' where participant_id = $1`, [asks.personId]);

    const run = await runMatching<Run>(pierce, fields);
    expect(run.quality).toEqual({
      protectedWishes: [{ trait: 'GENDER', askedBy: 1, must: 1, met: 1 }],
      protectedWishesInWords: '1 family asked for it themselves: gender of the mentor, 1 of them as a must; 1 proposal meets it. For families who did not ask, none of it counted.',
      spanish: '1 familia lo pidió: género de la persona mentora, para 1 es indispensable; 1 propuesta lo cumple. Para las familias que no lo pidieron, nada de ello contó.',
    });
    const proposal = run.proposals.find(({ participantId }) => participantId === asks.personId)!;
    expect(proposal).toMatchObject({
      mentor: { id: chosen.personId },
      constraintsMet: ['ROLE', 'ELIGIBILITY', 'AWAY', 'CONFLICT', 'LANGUAGE', 'WISH', 'TRIED_BEFORE', 'CAPACITY'],
      constraintsAgainst: [],
      explanation:
        'Both speak Spanish. Met: the role, training and experience, nobody on leave, nobody too close to the family, a language in common, all that must be for the family, nobody asked or matched with them before, and a free place. The mentor speaks a language in which the family is most comfortable. The mentor had 3 free places. The mentor meets 1 wish of the family. Not met: experience with teenagers. Nobody else was possible.',
      spanish: expect.stringContaining('Se cumple: la función, la capacitación y la experiencia,'),
    });
    expect(proposal.spanish).toContain('No se cumple: experiencia con adolescentes. No había otra persona posible.');
    expect(run.proposals.find(({ participantId }) => participantId === silent.personId)).toMatchObject({ mentor: { id: other.personId }, runnerUp: null, constraintsMet: expect.not.arrayContaining(['WISH']) });

    await approve(pierce, run.proposals);
    const mine = '{ myProposals { explanation english: explanation(language: "en") } }';
    const english = 'Both speak Spanish. The mentor meets 1 wish of the family. Not met: experience with teenagers. Their training and experience were looked at, and that they are not close to your family.';
    expect(await asks.get(mine)).toEqual({ myProposals: [{ explanation: 'Ambas partes hablan español. La persona mentora cumple 1 deseo de la familia. No se cumple: experiencia con adolescentes. Se revisó su capacitación y su experiencia, y que no es cercana a su familia.', english }] });
    expect(await chosen.get(mine)).toEqual({ myProposals: [{ explanation: 'Ambas partes hablan español. Se revisó su capacitación, que tiene lugar y que no es cercana a la familia.', english: 'Both speak Spanish. Your training and your free places were looked at, and that you are not close to the family.' }] });
    for (const who of [asks, chosen]) expect(await refusalOf(who.get('query ($id: UUID!) { matchRun(id: $id) { quality { protectedWishes { trait } } } }', { id: run.id }))).toBe('FORBIDDEN');
  });
});
