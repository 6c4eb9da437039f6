import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Erasure } from './erasure.entity.ts';
import { ErasureReport } from './erasure-report.entity.ts';
import { ErasureInServiceView, ErasureView } from './erasure.view.ts';
import { reportingServices } from './when-words-erased.consumer.ts';

@Injectable()
export class Erasures {
  constructor(private readonly db: CountyDb) {}

  page(args: PageArgs): Promise<Page<ErasureView>> {
    return this.db.read((reader) => readPage(reader, Erasure, {}, args, ErasureView.from));
  }

  byId(id: Id<'Erasure'>): Promise<ErasureView> {
    return this.db.read(async (reader) => ErasureView.from(await reader.getRow(Erasure, id)));
  }

  /** Each service that keeps something of people, also before it has reported. */
  async inServices({ personId, status, ofRelative }: Pick<ErasureView, 'personId' | 'status' | 'ofRelative'>): Promise<ErasureInServiceView[]> {
    if (status !== 'CARRIED_OUT' || ofRelative) return []; // of whom is known by name alone no other service knows
    return this.db.read(async (reader) => {
      const reports = new Map((await reader.rows(ErasureReport, { personId })).map((report) => [report.service, report]));
      return reportingServices.map((service) => ErasureInServiceView.of(service, reports.get(service)));
    });
  }
}
