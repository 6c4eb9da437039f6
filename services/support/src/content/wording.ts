/** BCP 47; what support's own content is written in. */
export enum ContentLanguage {
  en = 'en',
  es = 'es',
}

/** REVIEWED by somebody who speaks the language, or only translated by a MACHINE; families read what is reviewed. */
export enum ContentState {
  MACHINE = 'MACHINE',
  REVIEWED = 'REVIEWED',
}

/** One thing said in every language. */
export type Wording = Readonly<Record<ContentLanguage, string>>;

/** Offered where the language asked for is not there in words that somebody has found good. */
export const interpreterOffer = 'If you would like to read this with an interpreter, tell us your language and we will call you.';
