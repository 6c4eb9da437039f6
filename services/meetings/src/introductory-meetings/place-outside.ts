import type { MeetingSetting } from './meeting-setting.ts';

/** Where anybody might be; every other setting says by itself what the meeting is about, or is somebody's home. */
const ordinary: readonly `${MeetingSetting}`[] = ['COMMUNITY', 'HOSPITAL', 'VIRTUAL'];

/** Words that would say it all the same, in the program's two languages. */
const telling = /foster|famil|child|kid|custod|welfare|protect|depend|court|case|social|agency|treatment|recovery|rehab|shelter|crianza|niñ|acogida|tribunal|juzgado/i;

/**
 * The place of a meeting as it may stand outside of the platform, in a calendar or on paper: null for a home, whose address may
 * be confidential, and for whatever tells what the meeting is about (decision 20). Where in doubt it is not told: whoever is to come signs in and reads it.
 */
export const placeOutside = ({ place, setting }: { readonly place: string | null; readonly setting: `${MeetingSetting}` | null }): string | null =>
  place && setting && ordinary.includes(setting) && !telling.test(place) ? place : null;
