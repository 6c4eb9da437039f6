import { z } from 'zod';
import type { SignedDataSource } from '../signed-data-source.ts';
import type { LinkServices } from './link-door.ts';

const followed = z.object({ done: z.boolean() });
const read = z.object({ calendar: z.string().nullable() });
const said = z.object({ statement: z.string().nullable() });

/** Has links followed and read by the services whose they are, once the graph has named them. */
export function linkServices(named: (service: string) => SignedDataSource | undefined): LinkServices {
  const post = async (service: string, path: string, body: object): Promise<unknown> => {
    const source = named(service);
    if (!source) throw new Error(`The graph has no ${service} service.`);
    return source.post(path, body);
  };
  return {
    follow: async (link) => followed.parse(await post('identity', '/links', link)).done,
    readStatement: async (link) => said.parse(await post('meetings', '/statements', link)).statement,
    readCalendar: async (link) => read.parse(await post('meetings', '/calendars', link)).calendar,
  };
}
