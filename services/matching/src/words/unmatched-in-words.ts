import type { WeeklyHours } from '@fc/domain-kernel';
import type { BindingConstraint } from '../engine/matching-problem.ts';
import type { ReadIn } from './languages.ts';

/** What stood in the way, and what would help. */
interface Words {
  readonly because: string;
  readonly help: string;
}

const words: Record<ReadIn, Record<BindingConstraint, Words>> = {
  en: {
    ROLE: { because: 'Nobody mentors in this role yet.', help: 'Recruit somebody for this role.' },
    ELIGIBILITY: { because: 'Those who mentor in this role cannot be matched yet: a training or another condition of the role is open.', help: 'Let one of them finish the training, or meet what the role asks for.' },
    AWAY: { because: 'Those who could mentor them are on leave.', help: 'Wait for the end of a leave, or recruit somebody more.' },
    CONFLICT: { because: 'Those who could mentor them are too close to the family, or may not be matched with them.', help: 'Recruit somebody who is not close to the family.' },
    LANGUAGE: { because: 'Those who could mentor them have no language in common with them.', help: 'Recruit somebody who speaks a language of theirs.' },
    LIMIT: { because: 'Those who could mentor them would rather not work with what the family asked for.', help: 'Ask mentors about their limits, or recruit somebody with that experience.' },
    WISH: { because: 'Nobody has what the family said a mentor must have.', help: 'Ask the family whether it could be a wish, or recruit somebody who has it.' },
    AREA: { because: 'Those who could mentor them do not come to where the family is.', help: 'Ask about another place or a video call, or recruit somebody there.' },
    HOURS: { because: 'Those who could mentor them have no hour of the week in common with the family.', help: 'Ask both for more hours.' },
    CO_LEADER: { because: 'Those who could mentor them have no hours in common with the mentor of the other family, with whom they would lead the meetings of both.', help: 'Ask the two mentors for more hours.' },
    TRIED_BEFORE: { because: 'Those who could mentor them have been asked or matched before.', help: 'Propose one of them again yourself, with the reason, or recruit somebody more.' },
    QUOTA: { because: 'Those who could mentor them are in a group for which the county has set how many matches it may have at a time, and it has them.', help: 'Wait for a match of the group to end, propose one of them yourself, or ask the county about its number.' },
    CAPACITY: { because: 'Those who could mentor them have no place left.', help: 'Ask one of them for one place more, or wait for a match to end.' },
  },
  es: {
    ROLE: { because: 'Todavía no hay nadie en esta función.', help: 'Reclutar a alguien para esta función.' },
    ELIGIBILITY: { because: 'Quienes tienen esta función todavía no pueden empezar: falta una capacitación u otra condición.', help: 'Que una de estas personas termine la capacitación o cumpla lo que pide la función.' },
    AWAY: { because: 'Quienes podrían acompañarles están de licencia.', help: 'Esperar el fin de una licencia o reclutar a alguien más.' },
    CONFLICT: { because: 'Quienes podrían acompañarles son demasiado cercanas a la familia, o no pueden ser asignadas a ella.', help: 'Reclutar a alguien que no sea cercano a la familia.' },
    LANGUAGE: { because: 'Quienes podrían acompañarles no tienen un idioma en común con la familia.', help: 'Reclutar a alguien que hable un idioma de la familia.' },
    LIMIT: { because: 'Quienes podrían acompañarles prefieren no trabajar con lo que pidió la familia.', help: 'Preguntar por los límites, o reclutar a alguien con esa experiencia.' },
    WISH: { because: 'Nadie tiene lo que la familia dijo que era indispensable.', help: 'Preguntar a la familia si podría ser un deseo, o reclutar a alguien que lo tenga.' },
    AREA: { because: 'Quienes podrían acompañarles no llegan a donde está la familia.', help: 'Preguntar por otro lugar o por videollamada, o reclutar a alguien de la zona.' },
    HOURS: { because: 'Quienes podrían acompañarles no tienen una hora de la semana en común con la familia.', help: 'Pedir más horas a ambas partes.' },
    CO_LEADER: { because: 'Quienes podrían acompañarles no tienen horas en común con la persona mentora de la otra familia, con quien dirigirían las reuniones de ambas.', help: 'Pedir más horas a las dos personas mentoras.' },
    TRIED_BEFORE: { because: 'A quienes podrían acompañarles ya se les preguntó o ya estuvieron con la familia.', help: 'Proponer de nuevo a una de estas personas, con la razón, o reclutar a alguien más.' },
    QUOTA: { because: 'Quienes podrían acompañarles son de un grupo para el que el condado fijó cuántos acompañamientos puede tener a la vez, y ya los tiene.', help: 'Esperar a que termine un acompañamiento del grupo, proponer a una de estas personas directamente, o preguntar al condado por ese número.' },
    CAPACITY: { because: 'Quienes podrían acompañarles no tienen lugar.', help: 'Pedir un lugar más a una de estas personas, o esperar a que termine un acompañamiento.' },
  },
};

/** Why nobody is proposed. */
export const unmatchedInWords = (because: BindingConstraint, language: ReadIn): string => words[language][because].because;

const weekdays: Record<ReadIn, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
};

const freeBoth: Record<ReadIn, (day: string, from: string, to: string) => string> = {
  en: (day, from, to) => `Ask the two mentors whether both could be free on ${day} from ${from} to ${to}.`,
  es: (day, from, to) => `Preguntar a las dos personas mentoras si ambas podrían estar libres el ${day} de ${from} a ${to}.`,
};

/** What would free it; where hours of two mentors are missing, which. */
export function whatWouldHelp(because: BindingConstraint, language: ReadIn, missing: WeeklyHours | null = null): string {
  return missing ? freeBoth[language](weekdays[language][missing.weekday - 1] ?? '', missing.from, missing.to) : words[language][because].help;
}
