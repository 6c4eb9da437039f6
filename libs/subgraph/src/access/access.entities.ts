import type { Id } from '@fc/domain-kernel';
import { column, defineEntity } from '@fc/tenancy';
import { Role, type PartnerScope, type RoleName } from '@fc/auth';

const everyRole: readonly RoleName[] = Object.values(Role);

/** What every service keeps of who is on what: projected from identity's and matching's events, read by `circle.ts` alone. */

const accountSchema = defineEntity({
  name: 'AccessAccount',
  tableName: 'access_account',
  properties: {
    issuer: column.text().primary(),
    subject: column.text().primary(),
    personId: column.ref<'Person'>().index(),
    disabled: column.boolean(),
  },
});
/** An account of the county's realm, and the person who signs in with it. */
export class AccessAccount extends accountSchema.class {}
accountSchema.setClass(AccessAccount);

const roleSchema = defineEntity({
  name: 'AccessRole',
  tableName: 'access_role',
  properties: {
    id: column.id<'RoleAssignment'>(),
    personId: column.ref<'Person'>().index(),
    role: column.oneOf(everyRole),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at').nullable(),
  },
});
export class AccessRole extends roleSchema.class {}
roleSchema.setClass(AccessRole);

const partySchema = defineEntity({
  name: 'AccessParty',
  tableName: 'access_party',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    personId: column.ref<'Person'>().primary(),
    role: column.oneOf(['PARENT', 'CAREGIVER']),
    /** Whom a mentor is matched with: the parent, or the caregiver household. */
    participantId: column.ref<'Participant'>().index(),
    closedAt: column.instant().nullable(),
  },
});
/** A parent or caregiver of a family connection. */
export class AccessParty extends partySchema.class {}
partySchema.setClass(AccessParty);

const childSchema = defineEntity({
  name: 'AccessChild',
  tableName: 'access_child',
  properties: {
    connectionId: column.ref<'FamilyConnection'>().primary(),
    childId: column.ref<'Child'>().primary().index(),
    placementId: column.ref<'Placement'>(),
    leftAt: column.instant().nullable(),
  },
});
/** A child whom a family connection is about. */
export class AccessChild extends childSchema.class {}
childSchema.setClass(AccessChild);

const caseMemberSchema = defineEntity({
  name: 'AccessCaseMember',
  tableName: 'access_case_member',
  properties: {
    id: column.id<'CaseAssignment'>(),
    childId: column.ref<'Child'>().index(),
    personId: column.ref<'Person'>().index(),
    role: column.oneOf(everyRole),
    to: column.instant().fieldNames('ends_at').nullable(),
  },
});
/** Somebody who works on a child's case: a caseworker, a CASA. */
export class AccessCaseMember extends caseMemberSchema.class {}
caseMemberSchema.setClass(AccessCaseMember);

const pairSchema = defineEntity({
  name: 'AccessPair',
  tableName: 'access_pair',
  properties: {
    id: column.id<'MentorMatch'>(),
    role: column.oneOf(['PARENT_ALLY', 'CAREGIVER_MENTOR']),
    mentorId: column.ref<'Person'>().index(),
    participantId: column.ref<'Participant'>().index(),
    endedAt: column.instant().nullable(),
  },
});
/** An accepted match of a mentor and a participant. */
export class AccessPair extends pairSchema.class {}
pairSchema.setClass(AccessPair);

const partnerGrantSchema = defineEntity({
  name: 'AccessPartnerGrant',
  tableName: 'access_partner_grant',
  properties: {
    id: column.id<'PartnerGrant'>(),
    partnerId: column.ref<'Partner'>(),
    clientId: column.text().index(),
    scopes: column.texts().$type<`${PartnerScope}`[]>(),
    connectionIds: column.texts().$type<Id<'FamilyConnection'>[]>(),
    from: column.instant().fieldNames('starts_at'),
    to: column.instant().fieldNames('ends_at'),
  },
});
/** What a partner organisation's program may ask, and about which family connections. */
export class AccessPartnerGrant extends partnerGrantSchema.class {}
partnerGrantSchema.setClass(AccessPartnerGrant);

const elevationSchema = defineEntity({
  name: 'AccessElevation',
  tableName: 'access_elevation',
  properties: {
    id: column.id<'BreakGlassUse'>(),
    personId: column.ref<'Person'>().index(),
    /** The person or child. */
    subjectId: column.ref<'Person'>(),
    until: column.instant().fieldNames('ends_at'),
  },
});
/** A program supervisor who broke the glass around a person or child, and until when they may read by it. */
export class AccessElevation extends elevationSchema.class {}
elevationSchema.setClass(AccessElevation);

export const accessEntities = [accountSchema, roleSchema, partySchema, childSchema, caseMemberSchema, pairSchema, partnerGrantSchema, elevationSchema];
