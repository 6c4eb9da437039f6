import type { Id, Temporal } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { consentNeeded, noSuchChildHere } from './child-profile.errors.ts';
import { ProfileConsent, ProfileField, Sensitivity } from './profile-field.ts';

@InputType()
export class ProfileEntryInput {
  @Field(() => UUID, { nullable: true, description: 'Empty: it is so for all children of the connection.' })
  childId?: Id<'Child'> | null;

  @Field(() => ProfileField)
  field!: ProfileField;

  @Field(() => String)
  text!: string;

  @Field(() => Sensitivity, { defaultValue: Sensitivity.ORDINARY })
  sensitivity!: Sensitivity;

  @Field(() => ProfileConsent, { nullable: true, description: 'Which homes the source agreed to tell. Nothing is kept without it.' })
  consent?: ProfileConsent | null;
}

/** Whoever tells something of the children of a connection, and when. */
export interface Telling {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly sourceId: Id<'Person'>;
  readonly at: Temporal.Instant;
}

/** Writes what was told as the newest revision of each field, for each child concerned. Throws `MEETINGS.CONSENT_NEEDED`, `MEETINGS.NOT_THIS_CHILD`, `TEXT_...`. */
export async function writeProfile(tx: Transaction, entries: readonly ProfileEntryInput[], { connectionId, sourceId, at }: Telling): Promise<ChildProfileEntry[]> {
  const children = [...new Set((await tx.find(ConnectionChild, { connectionId, leftAt: null })).map(({ childId }) => childId))];
  const written: ChildProfileEntry[] = [];
  for (const { childId, field, text, sensitivity, consent } of entries) {
    if (!consent) throw consentNeeded();
    const concerned = childId ? children.filter((child) => child === childId) : children;
    if (concerned.length === 0) throw noSuchChildHere(); // also where no child is there any more: what was told is not lost unsaid
    for (const child of concerned) {
      const [newest] = await tx.find(ChildProfileEntry, { childId: child, field }, { orderBy: { revision: 'desc' }, limit: 1 });
      const entry = ChildProfileEntry.told({ childId: child, field, revision: (newest?.revision ?? 0) + 1, text, sensitivity, consent, sourceId, connectionId, recordedBy: actingPerson(tx), recordedAt: at });
      tx.add(entry);
      await tx.flush();
      written.push(entry);
    }
  }
  return written;
}
