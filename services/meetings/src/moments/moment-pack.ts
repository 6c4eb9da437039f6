import { DomainError } from '@fc/domain-kernel';
import type { GuideReader } from '../guide/guide-prompt.ts';
import { court } from './content/court.ts';
import { hospital } from './content/hospital.ts';
import { school } from './content/school.ts';
import { sickDay } from './content/sick-day.ts';
import { visit } from './content/visit.ts';
import type { MomentPrompt } from './moment-prompt.ts';

/** Waiting-room moments in the platform's own words. A new wording keeps the ids of the prompts that it keeps. */
export const momentPrompts: readonly MomentPrompt[] = [...court, ...visit, ...hospital, ...school, ...sickDay];

type Side = Exclude<`${GuideReader}`, 'BOTH'>;

/** The prompts that are for a parent, or for a caregiver. */
export const momentsFor = (reader: Side): readonly MomentPrompt[] => momentPrompts.filter(({ role }) => role === reader || role === 'BOTH');

/** Throws `MEETINGS.NO_SUCH_MOMENT` for what is not for that reader. */
export function momentOf(id: string, reader: Side): MomentPrompt {
  const found = momentsFor(reader).find((prompt) => prompt.id === id);
  if (!found) throw new DomainError('MEETINGS.NO_SUCH_MOMENT', 'There is no such suggestion for you.');
  return found;
}
