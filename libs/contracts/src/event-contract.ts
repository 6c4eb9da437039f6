import { z } from 'zod';

/**
 * One event of the published language: who says it, what happened, which version, and the shape of what is said.
 * Payloads carry ids and facts; never a name, an address or free text.
 */
export interface EventContract<Shape extends z.ZodObject = z.ZodObject> {
  readonly service: string;
  /** Past tense, kebab-case: `placement-started`. */
  readonly name: string;
  readonly version: number;
  /** The part of the subject behind the county, and the CloudEvents type: `identity.placement-started.v1`. */
  readonly type: string;
  readonly data: Shape;
  /** The payload's field that names the aggregate; events of one aggregate are handled in order. */
  readonly aggregate: keyof z.infer<Shape> & string;
}

export type EventData<Contract extends EventContract> = z.infer<Contract['data']>;

/** A CloudEvents 1.0 envelope in JSON, with the county and who caused it as extension attributes. */
export interface EventEnvelope<Data = Record<string, unknown>> {
  readonly specversion: '1.0';
  readonly id: string;
  /** `/services/<service>` */
  readonly source: string;
  readonly type: string;
  /** The aggregate's id. */
  readonly subject: string;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly county: string;
  /** The acting person's id, or `system:<service>`. */
  readonly actor: string;
  readonly correlationid: string;
  /** The event that this one follows from, if any. */
  readonly causationid?: string;
  readonly data: Data;
}

export type EventOf<Contract extends EventContract> = EventEnvelope<EventData<Contract>>;

export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  county: z.string(),
  actor: z.string(),
  correlationid: z.string(),
  causationid: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});

const contracts = new Map<string, EventContract>();

/** Declares an event and registers its name; two contracts of one name are a mistake and throw. */
export function defineEvent<Shape extends z.ZodObject>(type: `${string}.${string}.v${number}`, aggregate: keyof z.infer<Shape> & string, data: Shape): EventContract<Shape> {
  const [service, name, version] = type.split('.') as [string, string, string];
  const contract: EventContract<Shape> = { service, name, version: Number(version.slice(1)), type, data, aggregate };
  if (contracts.has(type)) throw new Error(`The event ${type} is defined twice.`);
  contracts.set(type, contract as unknown as EventContract);
  return contract;
}

export const eventContracts = (): readonly EventContract[] => [...contracts.values()];

/** Undefined for a type that this build does not know. */
export const contractOf = (type: string): EventContract | undefined => contracts.get(type);
