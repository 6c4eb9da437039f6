import { countyContextIfAny } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ContentStates } from '../content/content-states.query.ts';
import type { ContentInLanguage } from '../content/content.view.ts';
import type { ContentLanguage } from '../content/wording.ts';
import { GlossaryView } from './glossary.view.ts';
import { lookUp } from './look-up.ts';

/** Reads the glossary: the same for everybody, but for a county's own words and reviews, which its people alone have. */
@Injectable()
export class Glossary {
  constructor(private readonly states: ContentStates) {}

  async inLanguage(asked: ContentLanguage, word?: string | null): Promise<GlossaryView> {
    return found(await this.states.forReaders('GLOSSARY', asked), word);
  }

  async draft(language: ContentLanguage): Promise<GlossaryView> {
    return found(await this.states.draft('GLOSSARY', language));
  }
}

const found = (read: ContentInLanguage, word?: string | null): GlossaryView => GlossaryView.of(read, lookUp(word, read.language, countyContextIfAny()?.county.settings.roleLabels ?? {}));
