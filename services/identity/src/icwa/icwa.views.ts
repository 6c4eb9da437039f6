import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IcwaPreference, StandardOfProof, type IcwaPlacement } from './icwa-placement.entity.ts';
import { icwaApplies, IcwaStatus, type IcwaRecord } from './icwa-record.entity.ts';
import type { Tribe } from './tribe.entity.ts';

registerEnumType(IcwaStatus, { name: 'IcwaStatus', description: 'Whether the Indian Child Welfare Act applies to a child. REASON_TO_KNOW counts as yes until it is determined.' });

@ObjectType('Tribe', { description: 'A tribe that may be a party to a child’s case.' })
@Directive('@key(fields: "id", resolvable: false)')
export class TribeView {
  @Field(() => UUID)
  id!: Id<'Tribe'>;

  @Field(() => String)
  name!: string;

  static from({ id, name }: Row<Tribe>): TribeView {
    return Object.assign(new TribeView(), { id, name });
  }
}

@ObjectType()
export class TribePage extends pageOf(TribeView) {}

@ObjectType('IcwaRecord', { description: 'What is known of whether the Indian Child Welfare Act applies to a child. For those who work on the case, and the child’s parents.' })
export class IcwaRecordView {
  @Field(() => IcwaStatus)
  status!: `${IcwaStatus}`;

  @Field(() => Boolean, { description: 'Whether the order of preference is asked at each placement change.' })
  applies!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Empty while nobody has asked.' })
  on!: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'On what it rests.' })
  basis!: string | null;

  @Field(() => [TribeView])
  tribes!: readonly TribeView[];

  @Field(() => [TribeView], { description: 'Those who are a party to the case.' })
  parties!: readonly TribeView[];

  /** Null stands for a child of whom nobody has asked. */
  static from(record: Row<IcwaRecord> | null, tribes: readonly TribeView[]): IcwaRecordView {
    const named = (ids: readonly string[]): TribeView[] => tribes.filter(({ id }) => ids.includes(id));
    const status = record?.status ?? 'UNKNOWN';
    return Object.assign(new IcwaRecordView(), {
      ...{ status, applies: icwaApplies(status), on: record?.on ?? null, basis: record?.basis ?? null },
      tribes: named(record?.tribeIds ?? []),
      parties: named(record?.partyIds ?? []),
    });
  }
}

@ObjectType('IcwaPlacement', { description: 'Where a placement stands in the order of preference. For those who work on the case.' })
export class IcwaPlacementView {
  @Field(() => IcwaPreference)
  preference!: `${IcwaPreference}`;

  @Field(() => String, { nullable: true, description: 'What the court found; of a departure.' })
  finding!: string | null;

  @Field(() => LocalDate, { nullable: true })
  foundOn!: Temporal.PlainDate | null;

  @Field(() => StandardOfProof, { nullable: true })
  standardOfProof!: `${StandardOfProof}` | null;

  static from({ preference, finding, foundOn, standardOfProof }: Row<IcwaPlacement>): IcwaPlacementView {
    return Object.assign(new IcwaPlacementView(), { preference, finding, foundOn, standardOfProof });
  }
}
