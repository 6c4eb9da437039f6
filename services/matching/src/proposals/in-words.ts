import type { Reason } from '../engine/matching-problem.ts';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** A BCP 47 tag as people say it: `es-MX` is Mexican Spanish. A tag that nobody knows stays as it is. */
function languageInWords(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** 'Both speak Somali and English.', or nothing when no common language is known. */
export const languagesInWords = (languages: readonly string[]): string | null => (languages.length > 0 ? `Both speak ${andList.format(languages.map(languageInWords))}.` : null);

/** Why a mentor was proposed, as a coordinator would say it. */
export function proposalInWords({ reasons, sharedLanguages }: { reasons: readonly Reason[]; sharedLanguages: readonly string[] }): string {
  const value = (key: Reason['key']): number => reasons.find((reason) => reason.key === key)?.value ?? 0;
  return [
    languagesInWords(sharedLanguages) ?? 'The languages of the family are not known yet.',
    value('FIRST_LANGUAGE') > 0 ? 'The mentor speaks a language in which the family is most comfortable.' : null,
    `The mentor had ${counted(value('FREE_PLACES'), 'free place', 'free places')}.`,
    value('WAITING_DAYS') > 0 ? `The family had waited ${counted(value('WAITING_DAYS'), 'day', 'days')}.` : 'The family had not waited a day yet.',
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
