import type { z } from 'zod';

/** A question that a service answers another one at once: for what is final and cannot wait for an event. It says ids and facts, as events do. */
export interface QuestionContract<Question extends z.ZodObject = z.ZodObject, Answer extends z.ZodObject = z.ZodObject> {
  /** Who answers. */
  readonly service: string;
  /** Kebab-case: `may-be-in-contact`. */
  readonly name: string;
  readonly question: Question;
  readonly answer: Answer;
}

export const defineQuestion = <Question extends z.ZodObject, Answer extends z.ZodObject>(contract: QuestionContract<Question, Answer>): QuestionContract<Question, Answer> => contract;
