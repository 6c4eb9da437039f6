import { Role, type RoleName } from '@fc/auth';
import { Temporal } from '@fc/domain-kernel';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { pageOf } from '../graphql/paging.ts';
import { LocalDate } from '../graphql/scalars.ts';

/** One line as it is read: what it does not hold, nobody can be told. */
export interface AccessLogRow {
  readonly day: string;
  readonly role: RoleName;
  readonly what: string;
}

@ObjectType('AccessLogEntry', { description: 'On that day somebody of that role saw or changed it. Never who, never how often.' })
@Directive('@shareable')
export class AccessLogEntryView {
  @Field(() => LocalDate)
  day!: Temporal.PlainDate;

  @Field(() => Role)
  role!: RoleName;

  @Field(() => String, { description: 'The kind of record, in plain words: "how to reach you".' })
  what!: string;

  static from({ day, role, what }: AccessLogRow): AccessLogEntryView {
    return Object.assign(new AccessLogEntryView(), { day: Temporal.PlainDate.from(day), role, what });
  }
}

@ObjectType()
@Directive('@shareable')
export class AccessLogPage extends pageOf(AccessLogEntryView) {}
