import { schemaName } from '@fc/tenancy';
import type { Platform } from '../platform.ts';

/** Everything that was said in a county, as a query: each service's event log, which is the record, and what is on its way there. */
export const everyEvent = ({ schemas }: Platform): string =>
  schemas
    .flatMap(({ service }) => [
      `select event_id, envelope, emitted_at, sequence from ${schemaName(service)}.event_log`,
      `select event_id, envelope, emitted_at, id from ${schemaName(service)}.outbox_event`,
    ])
    .join(' union all ');
