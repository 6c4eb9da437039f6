import { OutcomesWordsErasedV1 } from '@fc/contracts';
import type { Subgraph } from '@fc/subgraph';
import { CountyOutcomesModule } from './county/county-outcomes.module.ts';
import { FactsModule } from './facts/facts.module.ts';
import { MeasuredConnection } from './journey/connection-outcomes.view.ts';
import { JourneyModule } from './journey/journey.module.ts';
import { ReadinessModule } from './readiness/readiness.module.ts';
import { ReleaseModule } from './release/release.module.ts';
import { outcomesSchema } from './schema.ts';

/** Outcomes: what the program reaches, for one connection, for a county and for the state. */
export const outcomes: Subgraph = {
  schema: outcomesSchema,
  features: [FactsModule, JourneyModule, CountyOutcomesModule, ReleaseModule, ReadinessModule],
  erasure: { words: [], report: OutcomesWordsErasedV1 },
  extends: [MeasuredConnection],
};
