import { Role } from '@fc/auth';
import { forbidden, type Id } from '@fc/domain-kernel';
import { rolesOnConnection, type CircleRole } from '@fc/subgraph';
import { RowNotFound, type Reader, type Row } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { TransitionPlan } from './transition-plan.entity.ts';

const staff: readonly CircleRole[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.CASA, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];

/** Those who carry a plan through. */
export const planKeepers = [Role.CASEWORKER, Role.COORDINATOR] as const satisfies readonly CircleRole[];

/** Who asks for the transition plans of a connection, and which of them they may know. */
export interface PlanReader {
  readonly held: readonly CircleRole[];
  readonly isStaff: boolean;
  mayKnow(plan: Pick<Row<TransitionPlan>, 'childId'>): boolean;
}

/** The staff and the CASA of the case; the two families while the child joins them there; no mentor. */
export async function planReader(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<PlanReader> {
  const held = await rolesOnConnection(reader, connectionId);
  const isStaff = held.some((role) => staff.includes(role));
  const isFamily = held.includes(Role.PARENT) || held.includes(Role.CAREGIVER);
  const here = new Set(isFamily ? (await reader.rows(ConnectionChild, { connectionId, leftAt: null })).map(({ childId }) => childId) : []);
  return { held, isStaff, mayKnow: ({ childId }) => isStaff || here.has(childId) };
}

/** The plan of that id, for somebody who may know of it and is in one of the roles. Throws `NOT_FOUND`, `FORBIDDEN`. */
export async function knownPlan(reader: Reader, id: string, ...allowed: readonly CircleRole[]): Promise<{ plan: TransitionPlan; held: readonly CircleRole[] }> {
  const plan = await reader.get(TransitionPlan, id);
  const { held, mayKnow } = await planReader(reader, plan.connectionId);
  if (!mayKnow(plan)) throw new RowNotFound('TransitionPlan', id);
  if (!held.some((role) => allowed.includes(role))) throw forbidden('This is for somebody else on this family connection.');
  return { plan, held };
}
