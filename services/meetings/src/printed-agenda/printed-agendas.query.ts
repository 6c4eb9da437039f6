import { Role, roleLabel } from '@fc/auth';
import { countyContext, CountyDb, type County } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { ConnectionsMeetingView } from '../connections-meetings/connections-meeting.view.ts';
import type { IcebreakerAgendaItemView } from '../connections-meetings/agenda-item.view.ts';
import { GuideTextState } from '../guide/guide-pack.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import type { IcebreakerView } from '../icebreakers/icebreaker.view.ts';
import { MeetingKind } from '../introductory-meetings/meeting-kind.ts';
import { placeOutside } from '../introductory-meetings/place-outside.ts';
import { spanOf, type Appointment } from '../scheduling/meeting-length.ts';
import { AgendaReview } from './agenda-review.entity.ts';
import { agendaStates, agendaWording, rolesInSpanish } from './agenda-words.ts';
import { languageForActing } from './language-for.ts';
import { printAgenda, type AgendaToPrint, type CountyWords } from './print-agenda.ts';
import { PrintedAgendaDraftView, PrintedAgendaView } from './printed-agenda.view.ts';

/** How an appointment is written out: "Monday, March 9, 2026, 2:30 – 4:00 PM PDT". */
const inWords = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** How many printed agendas are kept for whoever asks next. */
const mostKept = 50;

/** Prints agendas for those who are to come. */
@Injectable()
export class PrintedAgendas {
  readonly #printed = new Map<string, Promise<Buffer>>();

  constructor(private readonly db: CountyDb) {}

  /** In the language asked for, or else in their own. Null for everybody else, and for a meeting that does not take place. */
  async of(meeting: ConnectionsMeetingView | IcebreakerView, asked?: GuideLanguage | null): Promise<PrintedAgendaView | null> {
    const { actor, county } = countyContext();
    const { kind, status, attendeeIds, scheduledFor, minutes, ownAgenda } = meeting;
    const takesPlace = status === 'SCHEDULED' || status === 'HELD';
    if (!takesPlace || !scheduledFor || !minutes || !actor.person || !attendeeIds.some((attendee) => attendee === actor.person)) return null;
    const topics = topicsOf(meeting);
    const kinds = topics.length > 0 ? [kind, MeetingKind.ICEBREAKER] : [kind]; // whose words stand on it
    const wanted = asked ?? (await this.db.read(languageForActing));
    const language = wanted && (await this.#areReviewed(kinds, wanted)) ? wanted : GuideLanguage.en;
    const when = whenInWords({ scheduledFor, minutes }, language, county.timeZone);
    const leads = { ally: roleIn(language, Role.PARENT_ALLY, county), mentor: roleIn(language, Role.CAREGIVER_MENTOR, county) };
    return PrintedAgendaView.of(language, wanted, await this.#print({ kind, language, when, place: placeOutside(meeting), leads, topics: topics.map(({ key, direction }) => ({ key, direction })), ownItems: ownAgenda.map(({ key, title, direction }) => ({ title: titleIn(language, { key, title }, county), direction })) }));
  }

  async draft(kind: MeetingKind, language: GuideLanguage): Promise<PrintedAgendaDraftView> {
    return PrintedAgendaDraftView.of(kind, language, await this.#areReviewed([kind], language));
  }

  /** Printing keeps the processor for a good part of a second, so nothing is printed anew that has just been. A page is all in what it is printed from. */
  #print(agenda: AgendaToPrint): Promise<Buffer> {
    const key = JSON.stringify(agenda);
    const printed = this.#printed.get(key) ?? printAgenda(agenda);
    this.#printed.delete(key);
    this.#printed.set(key, printed); // the newest stands last
    for (const oldest of this.#printed.keys()) {
      if (this.#printed.size <= mostKept) break;
      this.#printed.delete(oldest);
    }
    return printed;
  }

  async #areReviewed(kinds: readonly MeetingKind[], language: GuideLanguage): Promise<boolean> {
    if (agendaStates[language] === GuideTextState.REVIEWED) return true;
    const wordings = [...new Set(kinds.map((kind) => agendaWording(kind, language)))];
    return this.db.read(async (reader) => (await reader.count(AgendaReview, { language, wording: { $in: wordings } })) === wordings.length);
  }
}

/** What the county calls the role, which is English; in Spanish the program's own name for it, where the county has none. */
function roleIn(language: GuideLanguage, role: keyof typeof rolesInSpanish, { settings: { roleLabels } }: County): CountyWords {
  if (language === GuideLanguage.es && !Object.hasOwn(roleLabels, role)) return { text: rolesInSpanish[role], lang: GuideLanguage.es };
  return { text: roleLabel(role, roleLabels), lang: GuideLanguage.en };
}

/** As the county has it in its language; an item that was named otherwise when the agenda was made keeps its name. */
function titleIn(language: GuideLanguage, { key, title }: { key: string; title: string }, { settings: { agendaItems, icebreakerItems } }: County): CountyWords {
  const inSpanish = [...agendaItems, ...icebreakerItems].find((item) => item.key === key && item.title === title)?.titleEs;
  return language === GuideLanguage.es && inSpanish ? { text: inSpanish, lang: GuideLanguage.es } : { text: title, lang: GuideLanguage.en };
}

/** What of the icebreaker stands on it. */
const topicsOf = (meeting: ConnectionsMeetingView | IcebreakerView): readonly IcebreakerAgendaItemView[] => ('icebreakerAgenda' in meeting ? meeting.icebreakerAgenda : meeting.agenda);

/** From its beginning to its end; the thin spaces of some languages are in few fonts. */
function whenInWords(appointment: Appointment, language: GuideLanguage, timeZone: string): string {
  const { opens, closes } = spanOf(appointment);
  const format = new Intl.DateTimeFormat(language === GuideLanguage.es ? 'es-US' : 'en-US', { ...inWords, timeZone });
  return format.formatRange(opens.epochMilliseconds, closes.epochMilliseconds).replaceAll(/[\u2009\u202f]/g, ' ');
}
