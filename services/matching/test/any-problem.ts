import fc from 'fast-check';
import type { Mentor, Need } from '../src/engine/matching-problem.ts';

/** Needs and mentors as they could come, small enough that much of them meets: for properties of the engine. */

const roles = fc.constantFrom('PARENT_ALLY' as const, 'CAREGIVER_MENTOR' as const);
const languages = fc.uniqueArray(fc.constantFrom('en', 'es', 'es-MX', 'so', 'vi'), { maxLength: 3 });
const people = fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'), { maxLength: 2 });
const id = fc.integer({ min: 0, max: 99 }).map((number) => `id${number}`);
const unique = { maxLength: 6, selector: ({ id }: { id: string }) => id };
const traits = fc.uniqueArray(fc.record({ kind: fc.constantFrom('LIVED_EXPERIENCE' as const, 'FAITH' as const, 'GENDER' as const), value: fc.constantFrom('a', 'b', 'A') }), { maxLength: 2, selector: ({ kind, value }) => `${kind} ${value}` });
const wishes = fc.tuple(traits, fc.boolean()).map(([asked, must]) => asked.map((trait) => ({ ...trait, must })));
const hours = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 2 }), from: fc.constantFrom('08:00', '09:30', '11:30'), to: fc.constantFrom('10:00', '12:00') }), { maxLength: 2 });
const area = fc.constantFrom('north', 'south');
const coLeaders = fc.array(fc.record({ mentorId: id, personId: fc.constantFrom('p6', 'p8'), conflicts: people, hours, minutes: fc.constantFrom(0, 60, 90) }), { maxLength: 1 });

export const anyNeeds: fc.Arbitrary<Need[]> = fc.uniqueArray(fc.record({ id, mentorRole: roles, languages, firstLanguages: languages, closeTo: people, triedBefore: people, waitingDays: fc.integer({ min: 0, max: 60 }), wishes, hours, area: fc.option(area), coLeaders }), unique);

export const anyMentors: fc.Arbitrary<Mentor[]> = fc.uniqueArray(
  fc.record({ id, personId: fc.constantFrom('p1', 'p5', 'p6', 'p7'), mentorRole: roles, languages, capacity: fc.integer({ min: 0, max: 3 }), load: fc.integer({ min: 0, max: 3 }), eligible: fc.boolean(), conflicts: people, away: fc.boolean(), traits, limits: fc.constantFrom([], ['a']), hours, areas: fc.uniqueArray(area, { maxLength: 2 }) }),
  unique,
);

/** The same list in another order. */
export const inAnyOrder = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> => fc.shuffledSubarray([...items], { minLength: items.length });
