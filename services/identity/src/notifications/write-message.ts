import type { Temporal } from '@fc/domain-kernel';
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageTemplate } from './message-template.ts';
import { interpreterOffer, messageTexts, type MessageText } from './message-texts.ts';

export interface MessageFacts {
  readonly template: `${MessageTemplate}`;
  /** When the appointment is; null for a message about no point in time. */
  readonly at: Temporal.Instant | null;
  /** The county's IANA zone. */
  readonly zone: string;
  /** Where the person signs in. It opens nothing by itself. */
  readonly link: string;
  /** The links that say, without signing in, that it has been read, and that no more are wanted. */
  readonly read: string;
  readonly stop: string;
}

/** BCP 47 tags, the most comfortable first. */
export interface Reader {
  readonly languages: readonly string[];
  /** Whether somebody of the county has found that wording good. */
  readonly isReviewed: (template: `${MessageTemplate}`, language: 'en' | 'es') => boolean;
}

export interface WrittenMessage {
  readonly language: 'en' | 'es';
  readonly text: string;
}

/** The message in the first of the person's languages that has a reviewed text; else in English, with the offer of an interpreter. */
export function writeMessage(facts: MessageFacts, { languages, isReviewed }: Reader): WrittenMessage {
  const texts = messageTexts[facts.template];
  const isReady = (language: 'en' | 'es'): boolean => texts[language].state === 'REVIEWED' || isReviewed(facts.template, language);
  const spoken = languages.map((tag) => tag.split('-')[0]);
  const language = spoken.find((tag): tag is 'en' | 'es' => (tag === 'en' || tag === 'es') && isReady(tag));
  const text = fill(texts[language ?? 'en'], facts, language ?? 'en');
  return { language: language ?? 'en', text: language || spoken.length === 0 ? text : `${text}\n\n${interpreterOffer}` };
}

function fill({ text }: MessageText, { at, zone, link, read, stop }: MessageFacts, language: string): string {
  const local = at?.toZonedDateTimeISO(zone);
  const day = local?.toLocaleString(language, { weekday: 'long', month: 'long', day: 'numeric' }) ?? '';
  const time = local?.toLocaleString(language, { hour: 'numeric', minute: '2-digit' }) ?? '';
  return String(new IntlMessageFormat(text, language).format({ day, time, link, read, stop }));
}
