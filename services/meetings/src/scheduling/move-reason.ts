import { registerEnumType } from '@nestjs/graphql';

/** Why an appointment is at another time than was planned. Nobody is named, and nobody blamed. */
export enum MoveReason {
  SOMEBODY_CANNOT_COME = 'SOMEBODY_CANNOT_COME',
  SUPPORT_MISSING = 'SUPPORT_MISSING',
  PLACE_NOT_TO_BE_HAD = 'PLACE_NOT_TO_BE_HAD',
  DECIDED_BY_COURT = 'DECIDED_BY_COURT',
  OTHER = 'OTHER',
}
export const moveReasons: readonly `${MoveReason}`[] = Object.values(MoveReason);

registerEnumType(MoveReason, { name: 'MoveReason', description: 'Why an appointment was moved. SUPPORT_MISSING: an interpreter, child care or a way there.' });

/** How a view tells of the last move. */
export const movedAtField = { nullable: true, description: 'When it was moved the last time; empty where it never was.' } as const;
export const moveReasonField = { nullable: true, description: 'Why it was moved the last time. Nobody is named.' } as const;
