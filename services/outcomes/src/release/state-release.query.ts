import { StateDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { releaseTables, type ReportingCounty, type StateCount } from './release-table.ts';
import { thresholdOf } from './released-measures.ts';
import type { StateReleaseView } from './state-release.view.ts';

/** Reads what the state publishes. A release is always of a whole year: any finer choice of period would let two releases be subtracted. */
@Injectable()
export class StateRelease {
  constructor(private readonly state: StateDb) {}

  ofYear(year: number): Promise<StateReleaseView> {
    return this.state.read(async (state) => {
      const counties = await state.sql<ReportingCounty>('select slug, name, fips from reporting_county order by name, slug');
      const counts = await state.sql<StateCount>(
        'select county, measure, category, count(*)::int as count from state_fact where extract(year from month) = $1 group by county, measure, category',
        [year],
      );
      const threshold = thresholdOf(counties.map(({ fips }) => fips));
      return { year, threshold, tables: releaseTables(counties, counts, threshold) };
    });
  }
}
