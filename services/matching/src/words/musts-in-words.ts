import type { Trait } from '../engine/matching-problem.ts';
import { anyOfLanguages, together, type ReadIn } from './languages.ts';
import { traitsEach, type ExperienceNames } from './traits-in-words.ts';

const words: Record<ReadIn, (what: string) => string> = {
  en: (what) => `At present no mentor here has what must be: ${what}. We go on looking for one. You may also let it be a wish that need not be met.`,
  es: (what) => `Por ahora, ninguna persona mentora de aquí tiene lo indispensable: ${what}. Seguimos buscando. También puede dejarlo como un deseo que no es indispensable.`,
};

const asLanguage: Record<ReadIn, (languages: string) => string> = { en: (languages) => `${languages} as a language`, es: (languages) => `${languages} como idioma` };

/** What a family hears who asked for what nobody has, or for languages none of which anybody speaks; null where there is nothing to say. */
export function mustsInWords(musts: readonly Trait[], tags: readonly string[], language: ReadIn, names?: ExperienceNames): string | null {
  const what = [...(tags.length > 0 ? [asLanguage[language](anyOfLanguages(tags, language))] : []), ...traitsEach(musts, language, names)];
  return what.length > 0 ? words[language](together(what, language)) : null;
}
