import type { CountySlug } from '@fc/domain-kernel';

/** Each county has a stream of its own. */
export const streamName = (county: CountySlug | string): string => `COUNTY_${county.toUpperCase()}`;

/** `county.king.identity.placement-started.v1` */
export const subjectOf = (county: CountySlug | string, eventType: string): string => `county.${county}.${eventType}`;

/** Every event of one county. */
export const countySubjects = (county: CountySlug | string): string => `county.${county}.>`;

/** What the operator's tool says after it has put events aside in a county's database: they are there to be tried. */
export const parkedEventsType = 'countyctl.parked-events.v1';
export const parkedEventsSubject = (county: CountySlug | string): string => subjectOf(county, parkedEventsType);

/** Where a service is asked by another one about a county; NATS sees to it that nobody asks in another's name: `ask.king.identity.meetings.may-be-in-contact`. */
export const questionSubject = (county: CountySlug | string, { service, name }: { service: string; name: string }, asking: string): string => `ask.${county}.${service}.${asking}.${name}`;

/** Everything that a service is asked in one county. */
export const questionsTo = (county: CountySlug, service: string): string => `ask.${county}.${service}.>`;

/** What a subject says: the county and the event's type, behind the word `county`. */
export function readSubject(subject: string): { county: string; type: string } {
  const [, county = '', ...type] = subject.split('.');
  return { county, type: type.join('.') };
}
