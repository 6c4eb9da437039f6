import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { County } from '@fc/tenancy';

export enum ProgramKind {
  COUNTY = 'COUNTY',
  TRIBE = 'TRIBE',
}
registerEnumType(ProgramKind, { name: 'ProgramKind' });

@ObjectType('Program', { description: 'The county’s or tribe’s program that whoever asks belongs to, and what it has settled that clients must heed.' })
export class ProgramView {
  @Field(() => String)
  name!: string;

  @Field(() => ProgramKind)
  kind!: `${ProgramKind}`;

  @Field(() => String, { description: 'IANA; deadlines and hours are read on its clocks.' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Whether parents have, in this state, a legal right to take part in their child’s appointments: then they are told of each, and nobody’s agreement is asked for it.' })
  parentParticipationIsARight!: boolean;

  static of({ name, kind, timeZone, settings }: County): ProgramView {
    const { parentParticipationIsARight } = settings;
    return Object.assign(new ProgramView(), { name, kind, timeZone, parentParticipationIsARight });
  }
}
