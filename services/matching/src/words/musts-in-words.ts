import type { Trait } from '../engine/matching-problem.ts';
import type { ReadIn } from './languages.ts';
import { traitsInWords, type ExperienceNames } from './traits-in-words.ts';

const words: Record<ReadIn, (traits: string) => string> = {
  en: (traits) => `At present no mentor here has what must be: ${traits}. We go on looking for one. You may also let it be a wish that need not be met.`,
  es: (traits) => `Por ahora, ninguna persona mentora de aquí tiene lo indispensable: ${traits}. Seguimos buscando. También puede dejarlo como un deseo que no es indispensable.`,
};

/** What a family hears who asked for what nobody has; null where there is nothing to say. */
export const mustsInWords = (musts: readonly Trait[], language: ReadIn, names?: ExperienceNames): string | null => (musts.length > 0 ? words[language](traitsInWords(musts, language, names)) : null);
