import type { Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { SpokenLanguages } from '../projections/spoken-languages.entity.ts';
import { InterpreterNeedView } from './interpreter-need.view.ts';

/** Which of these people are to have an interpreter, for whoever plans with them. */
export async function interpreterNeedsOf(reader: Reader, personIds: readonly Id<'Person'>[]): Promise<InterpreterNeedView[]> {
  const rows = await reader.rows(SpokenLanguages, { personId: { $in: [...personIds] }, interpreterLanguage: { $ne: null } }, { orderBy: { personId: 'asc' } });
  return rows.map(({ personId, interpreterLanguage: language }) => Object.assign(new InterpreterNeedView(), { personId, language }));
}

@Injectable()
export class InterpreterNeeds {
  constructor(private readonly db: CountyDb) {}

  /** Of the two families; none for whoever is not on the connection. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<InterpreterNeedView[]> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, connectionId)).length === 0) return [];
      return interpreterNeedsOf(reader, familiesOf(await reader.get(FamilyConnection, connectionId)));
    });
  }
}
