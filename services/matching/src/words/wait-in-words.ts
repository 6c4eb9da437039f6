import { counted, type ReadIn } from './languages.ts';

/** From so many days on it is told in weeks. */
const inWeeks = 14;

const words: Record<ReadIn, { soon: string; about: (wait: string) => string; days: readonly [string, string]; weeks: readonly [string, string] }> = {
  en: { soon: 'Lately, people have had a mentor of this kind within a day.', about: (wait) => `Lately, people have waited about ${wait} for a mentor of this kind. It may be shorter or longer for you.`, days: ['day', 'days'], weeks: ['week', 'weeks'] },
  es: { soon: 'Últimamente, las personas han tenido este tipo de persona mentora en un día.', about: (wait) => `Últimamente, las personas han esperado cerca de ${wait} por este tipo de persona mentora. Para usted puede ser menos o más tiempo.`, days: ['día', 'días'], weeks: ['semana', 'semanas'] },
};

/** '13 days', or '3 weeks' where it is many days; of at least one day. */
export function daysInWords(days: number, language: ReadIn): string {
  const { days: inDays, weeks } = words[language];
  return days < inWeeks ? counted(days, ...inDays) : counted(Math.round(days / 7), ...weeks);
}

/** How long people have waited lately, for whoever waits now: no promise. */
export function waitInWords(days: number, language: ReadIn): string {
  const { soon, about } = words[language];
  return days < 1 ? soon : about(daysInWords(days, language));
}
