import { serviceSchema } from '@fc/subgraph';
import { protectionSteps } from '@fc/tenancy';
import { breakGlassUseSchema } from './break-glass/break-glass-use.entity.ts';
import { afterCaseConsentSchema } from './after-case/after-case-consent.entity.ts';
import { afterCaseRefusals } from './after-case/after-case.errors.ts';
import { capabilityLinkSchema } from './capability-links/capability-link.entity.ts';
import { caseAssignmentSchema } from './case-assignments/case-assignment.entity.ts';
import { caseAssignmentRefusals } from './case-assignments/case-assignments.errors.ts';
import { caseImportSchema } from './case-import/case-import.entity.ts';
import { caseImportRowSchema } from './case-import/case-import-row.entity.ts';
import { externalRecordSchema } from './case-import/external-record.entity.ts';
import { confidentialFactSchema } from './confidential-facts/confidential-fact.entity.ts';
import { partTwoNotices } from './confidential-facts/redisclosure-notice.ts';
import { writtenConsentSchema } from './confidential-facts/written-consent.entity.ts';
import { connectionChildSchema } from './connections/connection-child.entity.ts';
import { connectionRefusals } from './connections/connections.errors.ts';
import { familyConnectionSchema } from './connections/family-connection.entity.ts';
import { consentSchema } from './consents/consent.entity.ts';
import { contactDetailsSchema } from './contact-details/contact-details.entity.ts';
import { contactRuleSchema } from './contact/contact-rule.entity.ts';
import { correctionSchema } from './corrections/correction.entity.ts';
import { erasureSchema } from './erasures/erasure.entity.ts';
import { erasureReportSchema } from './erasures/erasure-report.entity.ts';
import { erasureRefusals } from './erasures/erasures.errors.ts';
import { duplicateRefusals } from './duplicates/duplicates.errors.ts';
import { personMergeSchema } from './duplicates/person-merge.entity.ts';
import { caregiverHouseholdSchema } from './families/caregiver-household.entity.ts';
import { childSchema } from './families/child.entity.ts';
import { intakeRefusals } from './intake/intake.errors.ts';
import { participationRequestSchema } from './intake/participation-request.entity.ts';
import { partneringWillingnessSchema } from './partnering/partnering-willingness.entity.ts';
import { homeDetailsSchema } from './home-details/home-details.entity.ts';
import { legalHoldSchema } from './legal-holds/legal-hold.entity.ts';
import { identitySteps } from './migrations/index.ts';
import { messageReviewSchema } from './notifications/message-review.entity.ts';
import { notificationPreferencesSchema } from './notifications/notification-preferences.entity.ts';
import { notificationSchema } from './notifications/notification.entity.ts';
import { notificationRefusals } from './notifications/notifications.errors.ts';
import { partnerGrantSchema } from './partners/partner-grant.entity.ts';
import { partnerSchema } from './partners/partner.entity.ts';
import { partnerRefusals } from './partners/partners.errors.ts';
import { accountSchema } from './people/account.entity.ts';
import { peopleRefusals } from './people/people.errors.ts';
import { personSchema } from './people/person.entity.ts';
import { roleAssignmentSchema } from './people/role-assignment.entity.ts';
import { fosterCareEpisodeSchema } from './placements/foster-care-episode.entity.ts';
import { placementSchema } from './placements/placement.entity.ts';
import { placementRefusals } from './placements/placements.errors.ts';
import { relativeSchema } from './relatives/relative.entity.ts';
import { relativeNoticeToldSchema } from './relatives/relative-notice-told.entity.ts';
import { relativeSearchSchema } from './relatives/relative-search.entity.ts';
import { casePlanLimitSchema } from './case-plan/case-plan-limit.entity.ts';
import { encouragementSchema } from './encouragement/encouragement.entity.ts';
import { icwaPlacementSchema } from './icwa/icwa-placement.entity.ts';
import { icwaRecordSchema } from './icwa/icwa-record.entity.ts';
import { icwaRefusals } from './icwa/icwa.errors.ts';
import { programSiteSchema } from './sites/program-site.entity.ts';
import { siteLeadSchema } from './sites/site-lead.entity.ts';
import { siteRefusals } from './sites/sites.errors.ts';
import { storySchema } from './stories/story.entity.ts';
import { tribeSchema } from './icwa/tribe.entity.ts';
import { youthFeedbackSchema } from './youth/youth-feedback.entity.ts';

/** What identity keeps in a county's database. */
export const identitySchema = serviceSchema({
  service: 'identity',
  entities: [
    personSchema,
    accountSchema,
    roleAssignmentSchema,
    participationRequestSchema,
    caregiverHouseholdSchema,
    childSchema,
    caseAssignmentSchema,
    fosterCareEpisodeSchema,
    placementSchema,
    familyConnectionSchema,
    connectionChildSchema,
    consentSchema,
    homeDetailsSchema,
    partneringWillingnessSchema,
    afterCaseConsentSchema,
    confidentialFactSchema,
    writtenConsentSchema,
    contactRuleSchema,
    partnerSchema,
    partnerGrantSchema,
    contactDetailsSchema,
    legalHoldSchema,
    erasureSchema,
    erasureReportSchema,
    correctionSchema,
    personMergeSchema,
    externalRecordSchema,
    caseImportSchema,
    caseImportRowSchema,
    notificationSchema,
    notificationPreferencesSchema,
    messageReviewSchema,
    capabilityLinkSchema,
    breakGlassUseSchema,
    relativeSchema,
    relativeSearchSchema,
    relativeNoticeToldSchema,
    casePlanLimitSchema,
    tribeSchema,
    icwaRecordSchema,
    icwaPlacementSchema,
    encouragementSchema,
    youthFeedbackSchema,
    programSiteSchema,
    siteLeadSchema,
    storySchema,
  ],
  steps: [...protectionSteps, ...identitySteps],
  notices: partTwoNotices,
  refusals: { ...peopleRefusals, ...intakeRefusals, ...caseAssignmentRefusals, ...placementRefusals, ...duplicateRefusals, ...connectionRefusals, ...afterCaseRefusals, ...partnerRefusals, ...erasureRefusals, ...notificationRefusals, ...icwaRefusals, ...siteRefusals },
});

export { anchorTables } from './audit-anchors/state-tables.ts';
export { heldRecords, type HeldRecord } from './legal-holds/held.ts';
