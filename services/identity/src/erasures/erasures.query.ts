import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Erasure } from './erasure.entity.ts';
import { ErasureView } from './erasure.view.ts';

@Injectable()
export class Erasures {
  constructor(private readonly db: CountyDb) {}

  page(args: PageArgs): Promise<Page<ErasureView>> {
    return this.db.read((reader) => readPage(reader, Erasure, {}, args, ErasureView.from));
  }

  byId(id: Id<'Erasure'>): Promise<ErasureView> {
    return this.db.read(async (reader) => ErasureView.from(await reader.getRow(Erasure, id)));
  }
}
