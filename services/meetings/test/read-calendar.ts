import ICAL from 'ical.js';

export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  /** In seconds since 1970. */
  readonly start: number;
  readonly minutes: number;
  readonly location: string | null;
  readonly status: unknown;
}

/** A calendar as another program reads it. */
export interface ReadCalendar {
  readonly method: unknown;
  readonly events: readonly CalendarEvent[];
}

export function readCalendar(file: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, startDate, endDate, location } = new ICAL.Event(component);
    const start = startDate.toUnixTime();
    return { uid, sequence, start, minutes: (endDate.toUnixTime() - start) / 60, location, status: component.getFirstPropertyValue('status') };
  });
  return { method: calendar.getFirstPropertyValue('method'), events };
}
