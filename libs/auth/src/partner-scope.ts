/** What a partner organisation's grant can cover. Nothing of it tells who anybody is, or where; `INTAKE` alone hands something in. */
export enum PartnerScope {
  CONNECTIONS = 'CONNECTIONS',
  MEETINGS = 'MEETINGS',
  FAMILY_TIME = 'FAMILY_TIME',
  OUTCOMES = 'OUTCOMES',
  INTAKE = 'INTAKE',
}

/** `Type.field`, as the schema names it. */
export type FieldCoordinate = `${string}.${string}`;

/**
 * The fields that each scope opens; what stands in no scope stays shut to partners, and so does every new field until
 * somebody writes it here. No status or time of something planned: they would tell that it was suspended.
 */
export const partnerScopes: Readonly<Record<PartnerScope, readonly FieldCoordinate[]>> = {
  [PartnerScope.CONNECTIONS]: [
    'Query.familyConnection',
    'Query.familyConnections',
    'FamilyConnectionPage.nodes',
    'FamilyConnectionPage.pageInfo',
    'PageInfo.endCursor',
    'PageInfo.hasNextPage',
    'FamilyConnection.id',
    'FamilyConnection.status',
    'FamilyConnection.openedAt',
    'FamilyConnection.closedAt',
    'FamilyConnection.step',
  ],
  [PartnerScope.MEETINGS]: [
    'FamilyConnection.connectionsMeeting',
    'ConnectionsMeeting.id',
    'ConnectionsMeeting.kind',
    'ConnectionsMeeting.heldAt',
    'FamilyConnection.icebreakers',
    'Icebreaker.id',
    'Icebreaker.kind',
    'Icebreaker.heldAt',
  ],
  [PartnerScope.FAMILY_TIME]: [
    'FamilyConnection.familyTimePlans',
    'FamilyTimePlan.id',
    'FamilyTimePlan.frequencyPerWeek',
    'FamilyTimePlan.minutes',
    'FamilyTimePlan.setting',
    'FamilyTimePlan.plannedAt',
  ],
  [PartnerScope.OUTCOMES]: [
    'FamilyConnection.outcomes',
    'ConnectionOutcomes.milestones',
    'OutcomeMilestone.key',
    'OutcomeMilestone.goal',
    'OutcomeMilestone.reachedAt',
    'OutcomeMilestone.days',
  ],
  // To ask that a family take part, and how far its own requests have come; not whom it asked for, nor what it said of them.
  [PartnerScope.INTAKE]: ['Mutation.askToTakePart', 'Query.myParticipationRequests', 'ParticipationRequest.id', 'ParticipationRequest.status', 'ParticipationRequest.requestedAt', 'ParticipationRequest.closedAt'],
};

/** What every partner may ask: what they may do. `_entities` only says which things a service is asked about; its fields stand for themselves. */
export const partnersAlways: readonly FieldCoordinate[] = [
  'Query._entities',
  'Query.myPartnerGrant',
  'PartnerGrant.id',
  'PartnerGrant.organisation',
  'PartnerGrant.purpose',
  'PartnerGrant.program',
  'PartnerGrant.covers',
  'PartnerGrant.connectionIds',
  'PartnerGrant.from',
  'PartnerGrant.until',
  'PartnerGrant.endedAt',
  'PartnerGrant.requestsPerMinute',
  'PartnerGrant.costPerMinute',
  'PartnerScopeCover.scope',
  'PartnerScopeCover.fields',
];
