import type { Subgraph } from '@fc/subgraph';
import { AuditAnchorsModule } from './audit-anchors/audit-anchors.module.ts';
import { BreakGlassModule } from './break-glass/break-glass.module.ts';
import { AfterCaseModule } from './after-case/after-case.module.ts';
import { CallBridgeModule } from './call-bridge/call-bridge.module.ts';
import { CapabilityLinksModule } from './capability-links/capability-links.module.ts';
import { CaseAssignmentsModule } from './case-assignments/case-assignments.module.ts';
import { CaseImportModule } from './case-import/case-import.module.ts';
import { ConfidentialFactsModule } from './confidential-facts/confidential-facts.module.ts';
import { ConnectionsModule } from './connections/connections.module.ts';
import { ConsentsModule } from './consents/consents.module.ts';
import { ContactDetailsModule } from './contact-details/contact-details.module.ts';
import { ContactModule } from './contact/contact.module.ts';
import { CorrectionsModule } from './corrections/corrections.module.ts';
import { ErasuresModule } from './erasures/erasures.module.ts';
import { DuplicatesModule } from './duplicates/duplicates.module.ts';
import { erasedKinds } from './erasures/what-is-erased.ts';
import { FamiliesModule } from './families/families.module.ts';
import { PartneringModule } from './partnering/partnering.module.ts';
import { HomeDetailsModule } from './home-details/home-details.module.ts';
import { IntakeModule } from './intake/intake.module.ts';
import { LegalHoldsModule } from './legal-holds/legal-holds.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { PartnersModule } from './partners/partners.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PlacementsModule } from './placements/placements.module.ts';
import { SitesModule } from './sites/sites.module.ts';
import { RelativesModule } from './relatives/relatives.module.ts';
import { ProgramModule } from './program/program.module.ts';
import { ProtectionUpkeepModule } from './protection-upkeep/protection-upkeep.module.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { identitySchema } from './schema.ts';
import { CasePlanModule } from './case-plan/case-plan.module.ts';
import { EncouragementModule } from './encouragement/encouragement.module.ts';
import { IcwaModule } from './icwa/icwa.module.ts';
import { StoriesModule } from './stories/stories.module.ts';
import { YouthModule } from './youth/youth.module.ts';

/** Identity and tenancy: who people are, who lives where, who is on what, and who may be in contact. */
export const identity: Subgraph = {
  schema: identitySchema,
  features: [
    PeopleModule,
    IntakeModule,
    FamiliesModule,
    CaseAssignmentsModule,
    PlacementsModule,
    ConnectionsModule,
    ConsentsModule,
    HomeDetailsModule,
    PartneringModule,
    AfterCaseModule,
    ConfidentialFactsModule,
    ProgramModule,
    ContactModule,
    ContactDetailsModule,
    RetentionModule,
    ProtectionUpkeepModule,
    LegalHoldsModule,
    ErasuresModule,
    PartnersModule,
    NotificationsModule,
    CallBridgeModule,
    CapabilityLinksModule,
    CaseImportModule,
    CorrectionsModule,
    DuplicatesModule,
    AuditAnchorsModule,
    BreakGlassModule,
    RelativesModule,
    SitesModule,
    CasePlanModule,
    IcwaModule,
    EncouragementModule,
    YouthModule,
    StoriesModule,
  ],
  erasure: { words: erasedKinds },
  // What operators of the platform took out of the county, as countyctl writes it into the trail.
  supervisorsAlone: ['exportCounty', 'discloseRecords'],
  ownRecords: {
    Person: 'how to reach you',
    ContactDetails: 'how to reach you',
    Account: 'how you sign in',
    RoleAssignment: 'your part in the program',
    ParticipationRequest: 'your request to take part',
    CaregiverHousehold: 'your household',
    HomeDetails: 'your household',
    PartneringWillingness: 'your household',
    Child: 'your children',
    CaseAssignment: 'who works with you',
    FosterCareEpisode: 'your children',
    Placement: 'where children live',
    FamilyConnection: 'your family connection',
    ConnectionChild: 'your family connection',
    Consent: 'what was agreed to share',
  },
};
