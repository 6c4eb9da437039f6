import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import { readableLanguages } from './readable-languages.ts';
import { WordingDraftView } from './wording-draft.view.ts';
import type { WordingPack } from './wording-pack.ts';

/** Reads packs of words as they stand, for those who review them. */
@Injectable()
export class Wordings {
  constructor(private readonly db: CountyDb) {}

  draft(pack: WordingPack, language: GuideLanguage): Promise<WordingDraftView> {
    return this.db.read(async (reader) => WordingDraftView.of(pack, language, (await readableLanguages(reader, pack)).has(language)));
  }
}
