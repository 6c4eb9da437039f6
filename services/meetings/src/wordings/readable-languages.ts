import type { Reader } from '@fc/tenancy';
import { GuideTextState } from '../guide/guide-pack.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { wordingOf, wordingStates, type WordingPack } from './wording-pack.ts';
import { WordingReview } from './wording-review.entity.ts';

/** The languages in which families of this county read a pack: those whose present wording somebody has found good. English is one of them. */
export async function readableLanguages(reader: Reader, pack: `${WordingPack}`): Promise<ReadonlySet<GuideLanguage>> {
  const all = Object.values(GuideLanguage);
  const reviews = await reader.rows(WordingReview, { pack });
  return new Set(all.filter((language) => wordingStates[language] === GuideTextState.REVIEWED || reviews.some((review) => review.language === language && review.wording === wordingOf(pack, language))));
}
