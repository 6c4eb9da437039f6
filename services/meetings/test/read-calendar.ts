import ICAL from 'ical.js';

export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  /** In seconds since 1970. */
  readonly start: number;
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
    const { uid, sequence, startDate, location } = new ICAL.Event(component);
    return { uid, sequence, start: startDate.toUnixTime(), location, status: component.getFirstPropertyValue('status') };
  });
  return { method: calendar.getFirstPropertyValue('method'), events };
}
