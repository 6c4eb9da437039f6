import { Role } from '@fc/auth';
import { allProtectiveFactors, ProtectiveFactor } from '../protective-factors/protective-factor.ts';

export enum TrainingKey {
  MENTOR_BASICS = 'MENTOR_BASICS',
  PARTNERING = 'PARTNERING',
  PROTECTIVE_FACTORS = 'PROTECTIVE_FACTORS',
  PROTECTIVE_FACTORS_TRAINERS = 'PROTECTIVE_FACTORS_TRAINERS',
  PERSPECTIVE_TAKING = 'PERSPECTIVE_TAKING',
}
export const trainingKeys: readonly `${TrainingKey}`[] = Object.values(TrainingKey);

export interface Training {
  readonly key: `${TrainingKey}`;
  readonly title: string;
  /** Whom it is made for; nobody is turned away. */
  readonly audience: readonly Role[];
  readonly modules: readonly string[];
  /** What it is meant to strengthen; none where it is not about that. */
  readonly strengthens: readonly ProtectiveFactor[];
}

const caregivers = [Role.CAREGIVER, Role.CAREGIVER_MENTOR];
const socialWorkers = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR];
const parentPartners = [Role.PARENT_ALLY];

/** What both families and those who work with them have to learn about partnering. */
const partnering = ['Healthy communication', 'Clear boundaries', 'The shared goal of permanency'];

/** The trainings of the program, the same for every county. */
export const catalogue: readonly Training[] = [
  {
    key: 'MENTOR_BASICS',
    title: 'Being a mentor: from lived experience to support',
    audience: [Role.PARENT_ALLY, Role.CAREGIVER_MENTOR],
    modules: [...partnering, 'Preparing somebody for a first meeting', 'What stays between the pair'],
    strengthens: [ProtectiveFactor.SOCIAL_CONNECTIONS],
  },
  {
    key: 'PARTNERING',
    title: 'Partnering for permanency',
    audience: [...caregivers, ...socialWorkers, ...parentPartners, Role.PARENT],
    modules: partnering,
    strengthens: [ProtectiveFactor.SOCIAL_CONNECTIONS],
  },
  {
    key: 'PROTECTIVE_FACTORS',
    title: 'The five protective factors',
    audience: [...caregivers, ...socialWorkers, ...parentPartners, Role.PARENT],
    modules: [
      'Parental resilience',
      'Social connections',
      'Knowledge of parenting and child development',
      'Concrete support in times of need',
      'Social and emotional competence of children',
    ],
    strengthens: allProtectiveFactors,
  },
  {
    key: 'PROTECTIVE_FACTORS_TRAINERS',
    title: 'Teaching the five protective factors',
    audience: [...socialWorkers, ...parentPartners],
    modules: ['The five factors in depth', 'Leading a group', 'Practice with feedback'],
    strengthens: allProtectiveFactors,
  },
  {
    key: 'PERSPECTIVE_TAKING',
    title: 'Seeing it from the other side',
    audience: [...caregivers, ...socialWorkers, ...parentPartners, Role.PARENT],
    modules: ['Not to judge', 'Myths, and what is so', 'Hearing others speak', 'Questions to write about for yourself'],
    strengthens: [ProtectiveFactor.SOCIAL_CONNECTIONS],
  },
];

export function trainingOf(key: `${TrainingKey}`): Training {
  const training = catalogue.find((one) => one.key === key);
  if (!training) throw new RangeError(`The catalogue has no training ${key}.`);
  return training;
}
