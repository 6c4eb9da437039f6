import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, Protection, RowNotFound, type FilterQuery, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { mayHearProgress } from './may-tell-progress.ts';
import { ProgressReader, openWords, ProgressShare } from './progress-share.entity.ts';
import { ProgressShareView } from './progress-share.view.ts';

/** Reads how the case plan goes, for the parent and for those whom they have chosen. */
@Injectable()
export class ProgressShares {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  /** What was told last first; none for whoever reads nothing of it. That somebody else read it is written down before it leaves. */
  ofConnection(connectionId: Id<'FamilyConnection'>, where: FilterQuery<ProgressShare> = {}): Promise<ProgressShareView[]> {
    return this.db.read(async (reader) => {
      const all = await reader.rows(ProgressShare, { $and: [{ connectionId, withdrawnAt: null }, where] }, { orderBy: { id: 'desc' } });
      if (all.length === 0) return [];
      const me = actingPerson(reader);
      const mayRead = await this.#readerOf(reader, connectionId);
      const shares = all.filter((share) => share.sharedBy === me || share.readers.some((each) => mayRead.includes(each)));
      const ofOthers = shares.filter(({ sharedBy }) => sharedBy !== me).map(({ id }) => id);
      if (ofOthers.length > 0) await this.db.auditProtectedRead('FamilyConnection.progressShares', 'ProgressShare', ofOthers);
      return this.#open(reader, shares, me);
    });
  }

  async byId(id: Id<'ProgressShare'>): Promise<ProgressShareView> {
    const { connectionId } = await this.db.read((reader) => reader.getRow(ProgressShare, id));
    const [found] = await this.ofConnection(connectionId, { id });
    if (!found) throw new RowNotFound('ProgressShare', id);
    return found;
  }

  /** As whom the acting person reads what others share, while the connection is open. */
  async #readerOf(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<ProgressReader[]> {
    const held = await rolesOnConnection(reader, connectionId);
    if (!held.includes(Role.CAREGIVER) && !held.includes(Role.CASEWORKER)) return [];
    const connection = await reader.get(FamilyConnection, connectionId);
    if (connection.closedAt) return [];
    const asCaregiver = held.includes(Role.CAREGIVER) && (await mayHearProgress(reader, connection, this.clock.now()));
    return [...(asCaregiver ? [ProgressReader.CAREGIVERS] : []), ...(held.includes(Role.CASEWORKER) ? [ProgressReader.CASEWORKERS] : [])];
  }

  async #open(reader: Reader, shares: readonly Row<ProgressShare>[], me: Id<'Person'>): Promise<ProgressShareView[]> {
    const views: ProgressShareView[] = [];
    for (const share of shares) {
      if (!share.words) continue;
      const key = await this.protection.keyOf(reader, share.sharedBy);
      views.push(ProgressShareView.from(share, openWords(share.id, share.words, key), me));
    }
    return views;
  }
}
