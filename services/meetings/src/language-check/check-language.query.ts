import { Role, type RoleName } from '@fc/auth';
import { DomainError } from '@fc/domain-kernel';
import { countyContext } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { LanguageSuggestionsView } from './language-suggestions.view.ts';
import { suggestWording } from './suggest-wording.ts';
import { wordLists, type ListedLanguage } from './word-list.ts';

/** The most characters that are looked at, as many as a draft holds. */
const longest = 50_000;

const families: readonly RoleName[] = [Role.PARENT, Role.CAREGIVER, Role.RELATIVE, Role.YOUTH];

/** Looks for words that could say it with more respect. */
@Injectable()
export class CheckLanguage {
  /** Families get no suggestions out of a list that nobody has reviewed. Throws `TEXT_TOO_LONG`. */
  in(text: string, language: ListedLanguage): LanguageSuggestionsView {
    if (text.length > longest) throw new DomainError('TEXT_TOO_LONG', `The text can have at most ${longest} characters.`);
    const { state } = wordLists[language];
    const isFamily = countyContext().actor.roles.some((role) => families.some((family) => family === role));
    return LanguageSuggestionsView.from(state, state === 'REVIEWED' || !isFamily ? suggestWording(text, language) : []);
  }
}
