import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate } from '@fc/subgraph';
import type { Reader, Transaction } from '@fc/tenancy';
import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { countsAsMove } from '../placements/placement-type.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { IcwaPlacement, IcwaPreference, StandardOfProof, type CourtFinding } from './icwa-placement.entity.ts';
import { icwaApplies, IcwaRecord } from './icwa-record.entity.ts';
import { preferenceNeeded } from './icwa.errors.ts';

registerEnumType(IcwaPreference, {
  name: 'IcwaPreference',
  description: 'The order of preference of the Indian Child Welfare Act, the most preferred first. TRIBES_OWN_ORDER: as the tribe has set it by resolution. DEPARTURE: away from the order, by a finding of the court.',
});
registerEnumType(StandardOfProof, { name: 'StandardOfProof' });

@InputType({ description: 'What a court found when a placement departs from the order of preference.' })
export class CourtFindingInput implements CourtFinding {
  @Field(() => String, { description: 'Up to 2,000 characters.' })
  finding!: string;

  @Field(() => LocalDate)
  foundOn!: Temporal.PlainDate;

  @Field(() => StandardOfProof)
  standardOfProof!: StandardOfProof;
}

@InputType({ description: 'Where a placement stands in the order of preference.' })
export class IcwaPlacementInput {
  @Field(() => IcwaPreference)
  preference!: IcwaPreference;

  @Field(() => CourtFindingInput, { nullable: true, description: 'Needed for a departure, and only there.' })
  departure?: CourtFindingInput | null;
}

/** The newest record of a child; null where nobody has asked yet. */
export async function icwaOf(reader: Reader, childId: Id<'Child'>): Promise<IcwaRecord | null> {
  return (await reader.find(IcwaRecord, { childId }, { orderBy: { id: 'desc' }, limit: 1 }))[0] ?? null;
}

/**
 * Asks where a move stands in the order of preference, where the Act may apply to the child, and keeps the answer.
 * Throws `IDENTITY.ICWA_PREFERENCE_NEEDED`, and as `IcwaPlacement.of`.
 */
export async function askPreference(tx: Transaction, placement: Placement, answer: IcwaPlacementInput | null): Promise<void> {
  const record = await icwaOf(tx, placement.childId);
  if (!record || !icwaApplies(record.status) || !countsAsMove(placement.type)) return;
  if (!answer) throw preferenceNeeded();
  tx.add(IcwaPlacement.of(placement.id, answer.preference, answer.departure ?? null, tx.context.actor.person as Id<'Person'>));
}
