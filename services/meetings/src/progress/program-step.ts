/** How far two families have come in the program. */
export enum ProgramStep {
  OPENED = 'OPENED',
  MATCHED = 'MATCHED',
  PREPARED = 'PREPARED',
  MET = 'MET',
  SUPPORTED = 'SUPPORTED',
}

export interface Progress {
  /** Both sides have an accepted match at present. */
  readonly matched: boolean;
  /** Both sides have prepared with the mentors whom they have now, or were let off it. */
  readonly prepared: boolean;
  /** The first Connections Meeting was held. An icebreaker is a first step and no more (R69). */
  readonly met: boolean;
  /** Both sides have talked again with their mentors since. */
  readonly supported: boolean;
}

/** Once they have met, a mentor who leaves does not undo it. */
export function stepOf({ matched, prepared, met, supported }: Progress): ProgramStep {
  if (met) return supported ? ProgramStep.SUPPORTED : ProgramStep.MET;
  if (!matched) return ProgramStep.OPENED;
  return prepared ? ProgramStep.PREPARED : ProgramStep.MATCHED;
}
