import { countyContextIfAny, CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { comesReviewed, wordingOf, type SupportContent } from './content-packs.ts';
import { ContentReview } from './content-review.entity.ts';
import type { ContentInLanguage } from './content.view.ts';
import { ContentLanguage, ContentState, interpreterOffer } from './wording.ts';

/** Says in which language somebody reads what support has written. */
@Injectable()
export class ContentStates {
  constructor(private readonly db: CountyDb) {}

  /** The language asked for where it is reviewed, by the pack or by the county, else English with the offer of an interpreter. */
  async forReaders(content: `${SupportContent}`, asked: ContentLanguage): Promise<ContentInLanguage> {
    const isReviewed = await this.#isReviewed(content, asked);
    const language = isReviewed ? asked : ContentLanguage.en;
    return { language, state: ContentState.REVIEWED, wording: wordingOf(content, language), interpreterOffer: isReviewed ? null : interpreterOffer };
  }

  /** As it stands, for those who review it. */
  async draft(content: `${SupportContent}`, language: ContentLanguage): Promise<ContentInLanguage> {
    const state = (await this.#isReviewed(content, language)) ? ContentState.REVIEWED : ContentState.MACHINE;
    return { language, state, wording: wordingOf(content, language), interpreterOffer: null };
  }

  /** Whoever belongs to no county reads what is reviewed for all of them. */
  async #isReviewed(content: `${SupportContent}`, language: ContentLanguage): Promise<boolean> {
    if (comesReviewed(content, language)) return true;
    if (!countyContextIfAny()) return false;
    return this.db.read(async (reader) => (await reader.count(ContentReview, { content, language, wording: wordingOf(content, language) })) > 0);
  }
}
