import { describe, expect, it } from '@jest/globals';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import type { County, Row } from '@fc/tenancy';
import { countySettingsSchema } from '@fc/tenancy/registry';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { Placement } from '../projections/placement.entity.ts';
import type { TransitionPlan } from '../transition-plans/transition-plan.entity.ts';
import { whatIsDue } from './what-is-due.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const county = { timeZone: 'America/Los_Angeles', settings: countySettingsSchema.parse({}) } as County; // the rest of a county says nothing about windows
const childId = newId<'Child'>();
const connection = FamilyConnection.opened({ id: newId(), parentId: newId(), householdId: newId(), caregiverIds: [newId()], openedAt: now });
const days = (count: number): Temporal.Instant => now.add({ hours: 24 * count });

const plan = (about: Partial<Row<TransitionPlan>>): Row<TransitionPlan> =>
  ({ id: newId(), connectionId: connection.id, childId, goal: 'RETURN_HOME', plannedFor: null, stepsDone: [], stepsNotNeeded: [], readyAt: now, endedAt: null, version: 1, ...about }) as Row<TransitionPlan>;
const visit = (at: Temporal.Instant, of: Id<'Child'> = childId): Placement =>
  Placement.started({ placementId: newId<'Placement'>(), childId: of, startedAt: { at: at.toString(), precision: 'MINUTE' }, removedAt: { at: now.toString(), precision: 'MINUTE' }, firstOfEpisode: false } as Parameters<typeof Placement.started>[0]);

/** What is due for the child's way home: its status and when it was to be done. */
function dueFor(transitions: readonly Row<TransitionPlan>[], trialVisits: readonly Placement[]): (string | null)[][] {
  const nothing = { placements: [], calls: [], attempts: [], icebreakers: [], preparations: [], waivers: [], meetings: [], talks: [], agreements: [], familyMeetings: [], decisions: [] };
  return whatIsDue({ connection, matches: { PARENT: null, HOUSEHOLD: null }, ...nothing, transitions, trialVisits, county }).map(({ status, closesAt, metAt }) => [status, closesAt.toString(), metAt?.toString() ?? null]);
}

describe('the preparation of a child for a visit at home', () => {
  it('R62 is done by a plan that is ready or was done after the visit began', () => {
    for (const about of [{ status: 'READY' as const }, { status: 'DONE' as const, endedAt: days(3) }]) expect(dueFor([plan(about)], [visit(days(2))])).toEqual([['MET', days(2).toString(), now.toString()]]);
    expect(dueFor([plan({ status: 'PREPARING', readyAt: null })], [visit(days(2))])).toEqual([['OPEN', days(2).toString(), null]]);
  });

  it('R62 is due anew for a visit that begins after the plan of an earlier one has ended, until there is a plan for it', () => {
    const earlier = plan({ status: 'DONE', endedAt: days(3), plannedFor: Temporal.PlainDate.from('2026-03-12') });
    expect(dueFor([earlier], [visit(days(40))])).toEqual([['OPEN', days(40).toString(), null]]);
    expect(dueFor([earlier, plan({ status: 'GIVEN_UP', endedAt: days(39) })], [visit(days(40))])).toEqual([['OPEN', days(40).toString(), null]]);
    expect(dueFor([earlier, plan({ status: 'READY', readyAt: days(39) })], [visit(days(40))])).toEqual([['MET', days(40).toString(), days(39).toString()]]);
    expect(dueFor([earlier], [])).toMatchObject([['MET', expect.any(String), now.toString()]]);
  });
});
