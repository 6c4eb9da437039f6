import { fingerprintOf } from '@fc/subgraph';
import type { MessageTemplate } from './message-template.ts';

/** REVIEWED by somebody who speaks the language, or only drafted by a MACHINE; families read what is reviewed. */
export type TextState = 'MACHINE' | 'REVIEWED';

export interface MessageText {
  readonly state: TextState;
  /** ICU message format; `day`, `time`, and the links `link` (to sign in), `read` and `stop` are filled in. */
  readonly text: string;
}

/** What is written to people, by template and BCP 47 language. Nothing in it names a family, a child, a case or foster care: anybody may read over a shoulder (decision 20). */
export const messageTexts: Readonly<Record<`${MessageTemplate}`, { readonly en: MessageText; readonly es: MessageText }>> = {
  SOMETHING_TO_DECIDE: {
    en: { state: 'REVIEWED', text: 'Hello from Family Connections. There is a question for you; take the time you need. Sign in to read it: {link}\nNo more messages like this: {stop}' },
    es: { state: 'MACHINE', text: 'Hola de parte de Family Connections. Hay una pregunta para usted; tómese el tiempo que necesite. Inicie sesión para leerla: {link}\nNo recibir más mensajes como este: {stop}' },
  },
  SOMETHING_DUE: {
    en: { state: 'REVIEWED', text: 'Hello from Family Connections. There is something on your list. Sign in to see what, and by when: {link}\nNo more messages like this: {stop}' },
    es: { state: 'MACHINE', text: 'Hola de parte de Family Connections. Hay algo en su lista. Inicie sesión para ver qué y para cuándo: {link}\nNo recibir más mensajes como este: {stop}' },
  },
  SOMETHING_TO_READ: {
    en: { state: 'REVIEWED', text: 'Hello from Family Connections. There is something for you to read. Sign in to see it: {link}\nNo more messages like this: {stop}' },
    es: { state: 'MACHINE', text: 'Hola de parte de Family Connections. Hay algo para que usted lo lea. Inicie sesión para verlo: {link}\nNo recibir más mensajes como este: {stop}' },
  },
  APPOINTMENT_PLANNED: {
    en: { state: 'REVIEWED', text: 'Hello from Family Connections. An appointment is planned for {day} at {time}. Sign in to see where, or to ask for another time: {link}\nI have read this: {read}\nNo more messages like this: {stop}' },
    es: { state: 'MACHINE', text: 'Hola de parte de Family Connections. Hay una cita prevista para el {day} a las {time}. Inicie sesión para ver dónde, o para pedir otra hora: {link}\nHe leído esto: {read}\nNo recibir más mensajes como este: {stop}' },
  },
  APPOINTMENT_CANCELLED: {
    en: { state: 'REVIEWED', text: 'Hello from Family Connections. The appointment on {day} at {time} does not take place. Sign in to see what comes next: {link}\nI have read this: {read}\nNo more messages like this: {stop}' },
    es: { state: 'MACHINE', text: 'Hola de parte de Family Connections. La cita del {day} a las {time} no tendrá lugar. Inicie sesión para ver lo que sigue: {link}\nHe leído esto: {read}\nNo recibir más mensajes como este: {stop}' },
  },
};

/** Added to an English message for somebody who is more at home in another language. */
export const interpreterOffer = 'If you would like an interpreter, tell us your language and we will call you.';

/** Tells one wording from the next, so that a review holds for what was read and for nothing else. */
export const wordingOf = ({ text }: MessageText): string => fingerprintOf(text);
