import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NOT_POSSIBLE } from '../contact/not-possible.ts';
import { MeetingSetting } from './meeting-setting.ts';

/** What every meeting that is planned has to say of its appointment. */
@ObjectType({ isAbstract: true })
export abstract class AppointmentView {
  @Field(() => String, { nullable: true, description: 'What there is to say about a meeting that is suspended.' })
  notice!: string | null;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field(() => String)
  place!: string;

  @Field(() => MeetingSetting)
  setting!: `${MeetingSetting}`;

  @Field(() => Instant, { nullable: true, description: 'Of a meeting that was broken off, until when it went on.' })
  heldAt!: Temporal.Instant | null;
}

interface Appointment extends Pick<AppointmentView, 'scheduledFor' | 'minutes' | 'place' | 'setting'> {
  readonly status: string;
  readonly heldAt?: Temporal.Instant | null | undefined;
}

/** The fields of its view. */
export const appointmentOf = ({ status, scheduledFor, minutes, place, setting, heldAt = null }: Appointment): Pick<AppointmentView, keyof AppointmentView> => ({
  ...{ scheduledFor, minutes, place, setting, heldAt },
  notice: status === 'SUSPENDED' ? NOT_POSSIBLE : null,
});
