/** The four phases of the guide. Any of them may be used at any time (R05). */
export enum GuidePhase {
  BUILD = 'BUILD',
  SUPPORT = 'SUPPORT',
  REUNIFY = 'REUNIFY',
  AFTER = 'AFTER',
}
export const guidePhases: readonly GuidePhase[] = Object.values(GuidePhase);

/** What a prompt is about. */
export enum GuidePromptKind {
  INTRODUCE = 'INTRODUCE',
  SHARE = 'SHARE',
  ASK = 'ASK',
  IF_DECLINED = 'IF_DECLINED',
  INDIVIDUALITY = 'INDIVIDUALITY',
  TOPIC = 'TOPIC',
  COMMUNICATE = 'COMMUNICATE',
  FAMILY_TIME = 'FAMILY_TIME',
  TEAM = 'TEAM',
  STAY_CONNECTED = 'STAY_CONNECTED',
  TIP = 'TIP',
}

/** For whom a prompt is. */
export enum GuideReader {
  PARENT = 'PARENT',
  CAREGIVER = 'CAREGIVER',
  BOTH = 'BOTH',
}

/** BCP 47; what the guide is written in. */
export enum GuideLanguage {
  en = 'en',
  es = 'es',
}

/** The first contacts that a prompt belongs to; one that names none fits any. */
export type FirstContact = 'COMFORT_CALL' | 'ICEBREAKER';

/** One line of the guide: something to say, to ask or to do, if and when one likes. */
export interface GuidePrompt {
  /** Stable over all versions: `P1-PAR-01`. */
  readonly id: string;
  /** Tips are for every phase. */
  readonly phase: `${GuidePhase}` | 'ANY_PHASE';
  readonly role: `${GuideReader}`;
  readonly kind: `${GuidePromptKind}`;
  readonly stages?: readonly FirstContact[];
  /** Only as far as the person is comfortable with it (R33). */
  readonly optional?: boolean;
  /** Only where there is a need. */
  readonly ifNeeded?: boolean;
  /** Only where a Citizen Review Board reviews cases (R61). */
  readonly ifBoard?: boolean;
  /** What it asks for is a right of the parent in some states (R37). */
  readonly isARightInSomeStates?: boolean;
  readonly en: string;
  readonly es: string;
}
