import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '@fc/domain-kernel';
import type { County } from './registry/county.ts';

/** Whoever a piece of work is done for, as audit and events name them: ids only, never a name. */
export interface Actor {
  /** The person's id in this county; null for a service acting by itself and for the public. */
  readonly person: string | null;
  /** `user`, `system:<service>`, `partner`, `state` or `public`. */
  readonly kind: string;
  /** The roles that the person holds at this moment. */
  readonly roles: readonly string[];
}

/** The event being handled; messaging sets it, the transaction claims it in its inbox. */
export interface Delivery {
  readonly eventId: string;
  readonly eventType: string;
  /** The thing that the event is about. */
  readonly aggregate: string;
  /** Who handles it: each consumer's effect is counted by itself. */
  readonly consumer: string;
  /** Its place among the parked events, when it is tried again from there. */
  readonly parkedAs?: string;
}

/** What every request, consumed event and job runs inside. */
export interface CountyContext {
  readonly county: County;
  readonly actor: Actor;
  /** What is being done, in the words of the schema: the mutation's, query's or consumer's name. */
  readonly action: string;
  /** Joins everything that followed from one request. */
  readonly correlationId: string;
  readonly delivery?: Delivery;
}

const storage = new AsyncLocalStorage<CountyContext>();

export const runInCounty = <T>(context: CountyContext, work: () => T): T => storage.run(Object.freeze({ ...context }), work);

/** As `countyContext`, for what runs around every request; undefined for somebody of the state. */
export const countyContextIfAny = (): CountyContext | undefined => storage.getStore();

/** The county that this piece of work belongs to. Throws `NO_COUNTY` outside a request, event or job: no county, no answer. */
export function countyContext(): CountyContext {
  const context = storage.getStore();
  if (!context) throw new DomainError('NO_COUNTY', 'This ran outside a county.');
  return context;
}
