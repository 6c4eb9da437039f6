// npm run demo -- matching: a county of 300 waiting families and 120 mentors, matched, explained, and put beside a greedy match.
import { greedy, pose, proposalInWords, proposeMatches, proposeTogether, seeded, unmatchedInWords, whatWouldHelp, worthOf, type MatchingProblem, type Mentor, type Need } from '@fc/matching/engine';

const families = 300;
const mentorsOfEachRole = 60;

type MentorRole = Need['mentorRole'];

/** A county as it could be; every run of the demonstration makes the same one. */
function county(): MatchingProblem {
  const random = seeded(2026);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!; // no list here is empty
  const tongues = (): string[] => [...new Set([oneOf(['en', 'en', 'en', 'es', 'so', 'vi']), ...(random() < 0.6 ? ['en'] : [])])];
  const hours = (): Need['hours'] => [1, 2].map(() => ({ weekday: 1 + below(7), from: oneOf(['09:00', '13:00', '17:00']), to: oneOf(['19:00', '20:00', '21:00']) }));
  const experiences = ['KIN_CARE', 'INFANTS', 'TEENS', 'SIBLINGS', 'RECOVERY'];
  const trait = () => ({ kind: 'LIVED_EXPERIENCE' as const, value: oneOf(experiences) });
  const need = (id: string, mentorRole: MentorRole): Need => {
    const languages = tongues();
    const wishes = random() < 0.4 ? [{ ...trait(), must: random() < 0.15 }] : [];
    return { id, mentorRole, languages, firstLanguages: languages.slice(0, 1), closeTo: [id], triedBefore: [], waitingDays: below(45), wishes, hours: random() < 0.7 ? hours() : [], area: null, coLeaders: [] };
  };
  const mentor = (id: string, mentorRole: MentorRole): Mentor => {
    const capacity = 3 + below(4);
    return { id, personId: id, mentorRole, languages: tongues(), capacity, load: 0, eligible: random() < 0.95, conflicts: [], away: random() < 0.03, traits: [trait(), trait()], limits: [], hours: [...hours(), ...hours()], areas: [] };
  };
  return {
    needs: Array.from({ length: families }, (_, index) => [need(`parent ${index + 1}`, 'PARENT_ALLY'), need(`household ${index + 1}`, 'CAREGIVER_MENTOR')]).flat(),
    mentors: Array.from({ length: mentorsOfEachRole }, (_, index) => [mentor(`ally ${index + 1}`, 'PARENT_ALLY'), mentor(`mentor ${index + 1}`, 'CAREGIVER_MENTOR')]).flat(),
    weights: { version: 1, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 },
    seed: 1,
  };
}

/** Tells it line by line. */
export async function demoMatching(say: (line: string) => void): Promise<void> {
  const problem = county();
  say(`${families} families wait: ${problem.needs.length} participants for a mentor of their own. ${problem.mentors.length} people mentor.`);
  const began = performance.now();
  const { proposals, unmatched, certificate } = proposeMatches(problem);
  say(`\nA run took ${Math.round(performance.now() - began)} ms. ${certificate.served} are proposed somebody, for ${certificate.points} points; ${certificate.optimal ? 'proven: nobody could do better' : `at most ${certificate.moreServed} more could be served`}.`);
  const { instance } = pose(problem);
  const simple = worthOf(instance, greedy(instance));
  say(`Best pair first (greedy) would serve ${simple.served}, for ${simple.points} points.`);

  const told = [...(['ONLY_ONE_FOR_ANOTHER', 'BETTER_FOR_ANOTHER', 'FEWER_POINTS'] as const).map((because) => proposals.find(({ runnerUp }) => runnerUp?.because === because)), ...proposals];
  for (const proposal of [...new Set(told)].filter((one) => one !== undefined).slice(0, 3)) {
    say(`\n${proposal.needId} and ${proposal.mentorId}, ${proposal.score} points`);
    for (const language of ['en', 'es'] as const) say(`  ${proposalInWords({ ...proposal, against: [], overrideReason: null }, language)}`);
  }
  for (const { needId, because } of unmatched.slice(0, 1)) {
    say(`\nWhy is nobody proposed for ${needId}? ${because}`);
    for (const language of ['en', 'es'] as const) say(`  ${unmatchedInWords(because, language)} ${whatWouldHelp(because, language)}`);
  }

  const pairs = Array.from({ length: families }, (_, index) => ({ parentNeedId: `parent ${index + 1}`, householdNeedId: `household ${index + 1}` }));
  const together = await proposeTogether({ ...problem, together: { pairs, minutes: 60 } }, { seconds: 60 });
  const apart = together.unmatched.filter(({ missingHours }) => missingHours);
  say(`\nWith the two mentors of each family free in the same hour: ${together.certificate.served} are proposed somebody, for ${together.certificate.points} points, ${(100 * together.gap).toFixed(2)} % below what is proven to be the most. For ${apart.length} it fails by hours alone.`);
  for (const { needId, because, missingHours } of apart.slice(0, 1)) {
    say(`Why is nobody proposed for ${needId}? ${because}: ${missingHours?.mentorIds.join(' and ')} would lead together.`);
    for (const language of ['en', 'es'] as const) say(`  ${unmatchedInWords(because, language)} ${whatWouldHelp(because, language, missingHours)}`);
  }
}
