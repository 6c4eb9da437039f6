import type { ExpectedWait } from '../needs/expected-waits.ts';
import type { ReadIn } from './languages.ts';
import { daysInWords } from './wait-in-words.ts';

const words: Record<ReadIn, { about: (wait: string) => string; soon: string; nobody: string; unknown: string; first: string }> = {
  en: {
    about: (wait) => `Half of the people who had waited as long as you had a mentor within about ${wait} more. It may be shorter or longer for you.`,
    soon: 'Half of the people who had waited as long as you had a mentor within a day more.',
    nobody: 'At present nobody here can be your mentor. We go on looking for somebody. Your coordinator can tell you more.',
    unknown: 'We cannot say yet how long it will take.',
    first: 'You have waited long. Whenever we look for mentors, you come first.',
  },
  es: {
    about: (wait) => `La mitad de las personas que habían esperado tanto como usted tuvo una persona mentora en cerca de ${wait} más. Para usted puede ser menos o más tiempo.`,
    soon: 'La mitad de las personas que habían esperado tanto como usted tuvo una persona mentora en un día más.',
    nobody: 'Por ahora nadie de aquí puede ser su persona mentora. Seguimos buscando. Su persona coordinadora puede decirle más.',
    unknown: 'Todavía no podemos decir cuánto tiempo tomará.',
    first: 'Usted ha esperado mucho. Cada vez que buscamos personas mentoras, usted va primero.',
  },
};

/** What a family may expect while they wait: no promise, and nothing of why nobody can be their mentor. */
export function expectedWaitInWords({ days, possibleMentors, comesFirst }: Pick<ExpectedWait, 'days' | 'possibleMentors' | 'comesFirst'>, language: ReadIn): string {
  const { about, soon, nobody, unknown, first } = words[language];
  const wait = possibleMentors === 0 ? nobody : days === null ? unknown : days < 1 ? soon : about(daysInWords(days, language));
  return comesFirst ? `${wait} ${first}` : wait;
}
