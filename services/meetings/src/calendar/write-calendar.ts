import type { Temporal } from '@fc/domain-kernel';
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { CalendarEntry } from './calendar-entry.ts';

/** All that a calendar says of an appointment, in the program's two languages. It is fixed with the code, and no county reviews it. */
const words = { title: 'Appointment / Cita', whereToLook: 'Please sign in to see where.\nInicie sesión para ver dónde.' };

/**
 * RFC 5546 asks an invitation for an organizer and an attendee. Nobody's address leaves the platform: these receive nothing
 * (RFC 2606), and an answer to the invitation reaches nobody.
 */
const organizer = { name: words.title, email: 'no-reply@appointments.invalid' };
const attendee = { email: 'you@appointments.invalid', rsvp: false };

/** When a program may look again, in seconds. */
const ttl = 3_600;

const prodId = { company: 'Appointments', product: 'Calendar' };

/** A file for one appointment (RFC 5545): an invitation, or the same event called off. Times are UTC, so that no rule of a time zone can be out of date. */
export function calendarFile(entry: CalendarEntry, now: Temporal.Instant): string {
  const method = entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  return ical({ prodId, method, events: [{ ...eventOf(entry, now), organizer, attendees: [attendee] }] }).toString();
}

/** A whole calendar, for a program that reads it again and again. What has been called off is not in it, which takes it out of that program. */
export const calendarFeed = (entries: readonly CalendarEntry[], now: Temporal.Instant): string =>
  ical({ prodId, ttl, name: words.title, events: entries.filter(({ cancelled }) => !cancelled).map((entry) => eventOf(entry, now)) }).toString();

const eventOf = ({ uid: id, sequence, startsAt: start, endsAt: end, place: location, cancelled }: CalendarEntry, stamp: Temporal.Instant): ICalEventData => ({
  ...{ id, sequence, stamp, start, end, location },
  summary: words.title,
  description: location || cancelled ? null : words.whereToLook,
  status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
});
