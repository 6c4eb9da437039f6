import { Role, roleLabel } from '@fc/auth';
import { countyContext, CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import type { ConnectionsMeetingView } from '../connections-meetings/connections-meeting.view.ts';
import { GuideTextState } from '../guide/guide-pack.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { placeOutside } from '../introductory-meetings/place-outside.ts';
import { AgendaReview } from './agenda-review.entity.ts';
import { agendaStates, agendaWording } from './agenda-words.ts';
import { languageForActing } from './language-for.ts';
import { printAgenda, type AgendaToPrint } from './print-agenda.ts';
import { PrintedAgendaDraftView, PrintedAgendaView } from './printed-agenda.view.ts';

/** How an appointment is written out: "Monday, March 9, 2026 at 2:30 PM PDT". */
const inWords = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** How many printed agendas are kept for whoever asks next. */
const mostKept = 50;

/** Prints agendas for those who are to come. */
@Injectable()
export class PrintedAgendas {
  readonly #printed = new Map<string, Promise<Buffer>>();

  constructor(private readonly db: CountyDb) {}

  /** In the language asked for, or else in their own. Null for everybody else, and for a meeting that does not take place. */
  async of(meeting: ConnectionsMeetingView, asked?: GuideLanguage | null): Promise<PrintedAgendaView | null> {
    const { actor, county } = countyContext();
    const { status, attendeeIds, scheduledFor, ownAgenda } = meeting;
    const takesPlace = status === 'SCHEDULED' || status === 'HELD';
    if (!takesPlace || !actor.person || !attendeeIds.includes(actor.person)) return null;
    const wanted = asked ?? (await this.db.read(languageForActing));
    const language = wanted && (await this.#isReviewed(wanted)) ? wanted : GuideLanguage.en;
    const when = scheduledFor.toZonedDateTimeISO(county.timeZone).toLocaleString(language === GuideLanguage.es ? 'es-US' : 'en-US', inWords);
    const { roleLabels } = county.settings;
    const leads = { ally: roleLabel(Role.PARENT_ALLY, roleLabels), mentor: roleLabel(Role.CAREGIVER_MENTOR, roleLabels) };
    return PrintedAgendaView.of(language, wanted, await this.#print({ language, when, place: placeOutside(meeting), leads, ownItems: ownAgenda.map(({ title, direction }) => ({ title, direction })) }));
  }

  async draft(language: GuideLanguage): Promise<PrintedAgendaDraftView> {
    return PrintedAgendaDraftView.of(language, await this.#isReviewed(language));
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

  async #isReviewed(language: GuideLanguage): Promise<boolean> {
    if (agendaStates[language] === GuideTextState.REVIEWED) return true;
    return this.db.read(async (reader) => (await reader.count(AgendaReview, { language, wording: agendaWording(language) })) > 0);
  }
}
