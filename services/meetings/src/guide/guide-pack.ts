import { DomainError } from '@fc/domain-kernel';
import { fingerprintOf } from '@fc/subgraph';
import { after } from './content/after.ts';
import { build } from './content/build.ts';
import { comfortCall } from './content/comfort-call.ts';
import { reunify } from './content/reunify.ts';
import { support } from './content/support.ts';
import { tips } from './content/tips.ts';
import type { GuideLanguage, GuidePrompt, GuideReader } from './guide-prompt.ts';

/** REVIEWED by somebody who speaks the language, or only translated by a MACHINE; families read what is reviewed. */
export enum GuideTextState {
  MACHINE = 'MACHINE',
  REVIEWED = 'REVIEWED',
}

/** The Relationship Building Guide as the platform has it. A new version keeps the ids of the prompts that it keeps. */
export const guidePack = {
  version: 2,
  /** Whose work it is. The wording is the platform's own, shorter one. */
  source: 'Birth and Foster Parent Partnership: Relationship Building Guide (2020)',
  /** What the pack itself knows of its languages; a county may have reviewed one besides. */
  states: { en: GuideTextState.REVIEWED, es: GuideTextState.MACHINE } satisfies Record<GuideLanguage, GuideTextState>,
  prompts: [...build, ...support, ...reunify, ...after, ...tips] as readonly GuidePrompt[],
  /** How the first call goes. */
  comfortCall,
} as const;

const offer = 'If you would like to read this with an interpreter, tell us your language and we will call you.';

/** Offered where the language asked for is not there in words that somebody has found good: in that language first, and as it was reviewed. */
export const interpreterOffers: Readonly<Record<GuideLanguage, string>> = { en: offer, es: `Si desea leer esto con un intérprete, díganos su idioma y le llamaremos. ${offer}` };

/** Tells one wording of a language from the next, so that a review holds for what was read and for nothing else. */
export const guideWording = (language: GuideLanguage): string =>
  fingerprintOf(...guidePack.prompts.map((prompt) => `${prompt.id} ${prompt[language]}`), ...guidePack.comfortCall.map((line) => `${line.topic} ${line[language]}`));

type Side = Exclude<`${GuideReader}`, 'BOTH'>;

/** The prompts that a parent, or a caregiver, finds in the guide. */
export const promptsFor = (reader: Side): readonly GuidePrompt[] => guidePack.prompts.filter(({ role }) => role === reader || role === 'BOTH');

/** Throws `MEETINGS.NO_SUCH_PROMPT` for what is not in that reader's guide. */
export function promptOf(id: string, reader: Side): GuidePrompt {
  const found = promptsFor(reader).find((prompt) => prompt.id === id);
  if (!found) throw new DomainError('MEETINGS.NO_SUCH_PROMPT', 'Your guide has no such line.');
  return found;
}
