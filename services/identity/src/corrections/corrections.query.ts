import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isCaseworkerOf, rolesOnCase } from '../case-assignments/on-case.ts';
import { CorrectionView } from './correction.view.ts';
import { Correction, type CorrectedRecord } from './correction.entity.ts';

/** Reads what has been put right, for those who work on the case; for everybody else there is nothing. */
@Injectable()
export class Corrections {
  constructor(private readonly db: CountyDb) {}

  /** Oldest first. */
  ofCase(childId: Id<'Child'>, record: `${CorrectedRecord}`, recordId: string): Promise<CorrectionView[]> {
    return this.db.read(async (reader) => ((await rolesOnCase(reader, childId)).length > 0 ? of(reader, [record], recordId) : []));
  }

  /** A child's name is a person's, too. */
  ofChild(childId: Id<'Child'>): Promise<CorrectionView[]> {
    return this.db.read(async (reader) => ((await rolesOnCase(reader, childId)).length > 0 ? of(reader, ['PERSON', 'CHILD'], childId) : []));
  }

  ofPerson(personId: Id<'Person'>): Promise<CorrectionView[]> {
    return this.db.read(async (reader) => {
      const { roles } = reader.context.actor;
      const mayRead = roles.includes(Role.COORDINATOR) || roles.includes(Role.PROGRAM_SUPERVISOR) || (await isCaseworkerOf(reader, personId));
      return mayRead ? of(reader, ['PERSON'], personId) : [];
    });
  }
}

const of = async (reader: Reader, records: `${CorrectedRecord}`[], recordId: string): Promise<CorrectionView[]> =>
  (await reader.rows(Correction, { record: { $in: records }, recordId: recordId as Id<'Corrected'> }, { orderBy: { id: 'asc' } })).map(CorrectionView.from);
