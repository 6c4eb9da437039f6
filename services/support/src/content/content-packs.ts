import { fingerprintOf } from '@fc/subgraph';
import { glossaryPack, glossaryTexts } from '../glossary/glossary-pack.ts';
import { perspectivePack, perspectiveTexts } from '../perspective-taking/perspective-pack.ts';
import { ContentState, type ContentLanguage } from './wording.ts';

/** What support has written itself, and lets counties review. */
export enum SupportContent {
  PERSPECTIVE_TAKING = 'PERSPECTIVE_TAKING',
  GLOSSARY = 'GLOSSARY',
}
export const supportContents: readonly `${SupportContent}`[] = Object.values(SupportContent);

interface ContentPack {
  /** What the pack itself knows of its languages; a county may have reviewed one besides. */
  readonly states: Readonly<Record<ContentLanguage, ContentState>>;
  readonly texts: (language: ContentLanguage) => readonly string[];
}

const packs: Readonly<Record<SupportContent, ContentPack>> = {
  PERSPECTIVE_TAKING: { states: perspectivePack.states, texts: perspectiveTexts },
  GLOSSARY: { states: glossaryPack.states, texts: glossaryTexts },
};

/** Names the wording that a content has in a language today. */
export const wordingOf = (content: `${SupportContent}`, language: ContentLanguage): string => fingerprintOf(...packs[content].texts(language));

/** Whether the pack brings that language reviewed, for every county. */
export const comesReviewed = (content: `${SupportContent}`, language: ContentLanguage): boolean => packs[content].states[language] === ContentState.REVIEWED;
