import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { mayReadStrength, strengthReader, type StrengthReader } from './strength-readers.ts';
import { Strength } from './strength.entity.ts';
import { StrengthView } from './strength.view.ts';

/** Reads the strengths that were named, each for whom it is. */
@Injectable()
export class Strengths {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Oldest first; none for whoever is not on the connection. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<StrengthView[]> {
    return this.db.read(async (reader) => {
      const standing = await strengthReader(reader, connectionId, this.clock.now());
      if (!standing) return [];
      const all = await reader.rows(Strength, { connectionId, takenBackAt: null }, { orderBy: { id: 'asc' } });
      return all.filter((strength) => mayReadStrength(standing, strength)).map(StrengthView.from);
    });
  }

  /** As it was just named or changed by the acting person. */
  async byId(id: Id<'Strength'>): Promise<StrengthView> {
    return this.db.read(async (reader) => StrengthView.from((await knownStrength(reader, id, this.clock)).strength));
  }
}

/** The strength of that id, for whoever may read it, and what they are to it. Throws `NOT_FOUND`. */
export async function knownStrength(reader: Reader, id: string, clock: Clock): Promise<{ strength: Strength; standing: StrengthReader }> {
  const strength = await reader.get(Strength, id);
  const standing = await strengthReader(reader, strength.connectionId, clock.now());
  if (!standing || strength.takenBackAt || !mayReadStrength(standing, strength)) throw new RowNotFound('Strength', id);
  return { strength, standing };
}
