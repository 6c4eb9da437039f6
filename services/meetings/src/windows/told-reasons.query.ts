import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { batched, type CircleRole } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MissReason } from './due-window.ts';

/** What only they know who may read the contact ledger of the two families. */
const keptFromOthers: readonly `${MissReason}`[] = ['CONTACT_PROHIBITED', 'SAFETY'];
const families: readonly CircleRole[] = [Role.PARENT, Role.CAREGIVER, Role.RELATIVE, Role.YOUTH];

/** Tells why windows were missed, to each as far as they may know. */
@Injectable()
export class ToldReasons {
  readonly #knows = batched((ids: readonly Id<'FamilyConnection'>[]) => this.db.read((reader) => whereActorKnows(reader, ids)));

  constructor(private readonly db: CountyDb) {}

  /** `OTHER` in place of what is not for whoever asks. It is found out in the same way whatever the reason is. */
  async of({ connectionId, reason }: { readonly connectionId: Id<'FamilyConnection'>; readonly reason: `${MissReason}` | null }): Promise<`${MissReason}` | null> {
    if (!reason) return null;
    const knows = (await this.#knows(connectionId)) ?? false;
    return knows || !keptFromOthers.includes(reason) ? reason : MissReason.OTHER;
  }
}

/** Those of these connections of which the acting person may know it: as a caseworker on it or a coordinator, and of none of its families. */
async function whereActorKnows(reader: Reader, ids: readonly Id<'FamilyConnection'>[]): Promise<ReadonlyMap<Id<'FamilyConnection'>, boolean>> {
  const held = await reader.sql<{ connection_id: Id<'FamilyConnection'>; role: CircleRole }>(
    `select connection_id, role from circle_member where connection_id = any (string_to_array(?, ',')::uuid[]) and person_id = ?`,
    [ids.join(), reader.context.actor.person],
  );
  const isOffice = reader.context.actor.roles.includes(Role.COORDINATOR);
  return new Map(
    ids.map((id) => {
      const roles = held.filter(({ connection_id }) => connection_id === id).map(({ role }) => role);
      return [id, (isOffice || roles.includes(Role.CASEWORKER)) && !roles.some((role) => families.includes(role))];
    }),
  );
}
