import { Role, type RoleName } from '@fc/auth';
import { DomainError } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { GuideTextState } from '../guide/guide-pack.ts';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import { readableLanguages } from '../wordings/readable-languages.ts';
import { LanguageSuggestionsView } from './language-suggestions.view.ts';
import { suggestWording } from './suggest-wording.ts';

/** The most characters that are looked at, as many as a draft holds. */
const longest = 50_000;

const families: readonly RoleName[] = [Role.PARENT, Role.CAREGIVER, Role.RELATIVE, Role.YOUTH];

/** Looks for words that could say it with more respect. */
@Injectable()
export class CheckLanguage {
  constructor(private readonly db: CountyDb) {}

  /** Families get no suggestions out of a list that nobody of the county has reviewed. Throws `TEXT_TOO_LONG`. */
  in(text: string, language: GuideLanguage): Promise<LanguageSuggestionsView> {
    if (text.length > longest) throw new DomainError('TEXT_TOO_LONG', `The text can have at most ${longest} characters.`);
    return this.db.read(async (reader) => {
      const state = (await readableLanguages(reader, 'LANGUAGE_CHECK')).has(language) ? GuideTextState.REVIEWED : GuideTextState.MACHINE;
      const isFamily = reader.context.actor.roles.some((role) => families.some((family) => family === role));
      return LanguageSuggestionsView.from(state, state === GuideTextState.REVIEWED || !isFamily ? suggestWording(text, language) : []);
    });
  }
}
