import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { requireOnCaseAs } from '../case-assignments/on-case.ts';
import { Child } from '../families/child.entity.ts';
import { IcwaPlacement } from './icwa-placement.entity.ts';
import { IcwaRecord } from './icwa-record.entity.ts';
import { IcwaPlacementView, IcwaRecordView, TribeView } from './icwa.views.ts';
import { Tribe } from './tribe.entity.ts';

/** Reads what is known of the Indian Child Welfare Act for a child. */
@Injectable()
export class Icwa {
  constructor(private readonly db: CountyDb) {}

  tribes(args: PageArgs): Promise<Page<TribeView>> {
    return this.db.read((reader) => readPage(reader, Tribe, {}, args, TribeView.from));
  }

  tribe(id: Id<'Tribe'>): Promise<TribeView> {
    return this.db.read(async (reader) => TribeView.from(await reader.getRow(Tribe, id)));
  }

  /** For those who work on the case, and the child's own parents. */
  ofChild(childId: Id<'Child'>): Promise<IcwaRecordView> {
    return this.db.read(async (reader) => {
      const { parentIds } = await reader.getRow(Child, childId);
      if (!(parentIds as string[]).includes(String(reader.context.actor.person))) await requireOnCaseAs(reader, childId);
      return newest(reader, childId);
    });
  }

  /** Of children whose case a command has just found to be the acting person's. */
  ofChildren(childIds: readonly Id<'Child'>[]): Promise<IcwaRecordView[]> {
    return this.db.read((reader) => Promise.all(childIds.map((childId) => newest(reader, childId))));
  }

  /** Null where the Act did not apply when the child came there. */
  ofPlacement({ id, childId }: { id: Id<'Placement'>; childId: Id<'Child'> }): Promise<IcwaPlacementView | null> {
    return this.db.read(async (reader) => {
      await requireOnCaseAs(reader, childId);
      const [found] = await reader.rows(IcwaPlacement, { placementId: id }, { limit: 1 });
      return found ? IcwaPlacementView.from(found) : null;
    });
  }
}

async function newest(reader: Reader, childId: Id<'Child'>): Promise<IcwaRecordView> {
  const [record] = await reader.rows(IcwaRecord, { childId }, { orderBy: { id: 'desc' }, limit: 1 });
  const tribes = record ? await reader.rows(Tribe, { id: { $in: record.tribeIds } }, { orderBy: { name: 'asc' } }) : [];
  return IcwaRecordView.from(record ?? null, tribes.map(TribeView.from));
}
