import type { Id, Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type Reader } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConnectionParty',
  tableName: 'connection_party',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    personId: column.ref<'Person'>().primary().index(),
    /** Whom a mentor is matched with: the parent, or the caregiver household. */
    participantId: column.ref<'Participant'>().index(),
    closedAt: column.instant().nullable(),
  },
});

/** A parent or caregiver of a family connection, with the participant that they are or belong to. Projected from identity's events. */
export class ConnectionParty extends schema.class {
  static of(connectionId: Id<'FamilyConnection'>, personId: Id<'Person'>, participantId: Id<'Participant'>): ConnectionParty {
    return make(ConnectionParty, { connectionId, personId, participantId, closedAt: null });
  }

  close(at: Temporal.Instant): void {
    this.closedAt = at;
  }
}
schema.setClass(ConnectionParty);
export const connectionPartySchema = schema;

/** Whether the program still works with this participant. */
export const hasOpenConnection = async (reader: Reader, participantId: Id<'Participant'>): Promise<boolean> => (await reader.count(ConnectionParty, { participantId, closedAt: null })) > 0;

/** The people who are this participant: the parent, or the caregivers of the household. */
export async function peopleOf(reader: Reader, participantId: Id<'Participant'>): Promise<Id<'Person'>[]> {
  const parties = await reader.rows(ConnectionParty, { participantId }, { orderBy: { personId: 'asc' } });
  return [...new Set(parties.map((party) => party.personId))];
}

/** The participants that this person is or belongs to. */
export async function participantsOf(reader: Reader, personId: Id<'Person'>): Promise<Id<'Participant'>[]> {
  const parties = await reader.rows(ConnectionParty, { personId });
  return [...new Set(parties.map((party) => party.participantId))];
}
