import type { ClockStart, Precision, Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Field, InputType, registerEnumType } from '@nestjs/graphql';

export enum ClockPrecision {
  MINUTE = 'MINUTE',
  DATE = 'DATE',
}
registerEnumType(ClockPrecision, { name: 'ClockPrecision', description: 'DATE: only the day is known, so a clock runs from the end of that day in the county.' });

@InputType({ description: 'When something happened that starts a clock.' })
export class ClockStartInput implements ClockStart {
  @Field(() => Instant)
  at!: Temporal.Instant;

  @Field(() => ClockPrecision, { defaultValue: ClockPrecision.MINUTE })
  precision!: Precision;
}

/** As events carry it. */
export const asFact = ({ at, precision }: ClockStart): { at: string; precision: Precision } => ({ at: at.toString(), precision });
