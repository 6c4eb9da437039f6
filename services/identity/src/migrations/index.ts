import type { SchemaStep } from '@fc/tenancy';
import { familiesAndPlacements } from './0001-families-and-placements.ts';
import { casesConsentsAndContact } from './0002-cases-consents-and-contact.ts';
import { partnersAndGrants } from './0003-partners-and-grants.ts';
import { contactHoursAndEndings } from './0004-contact-hours-and-endings.ts';
import { staysBesidePlacements } from './0005-stays-beside-placements.ts';
import { contactDetails } from './0006-contact-details.ts';
import { correctionsAndCaseImport } from './0007-corrections-and-case-import.ts';
import { notifications } from './0008-notifications.ts';
import { breakGlass } from './0009-break-glass.ts';
import { relatives } from './0010-relatives.ts';
import { consentRecipientsAndHomes } from './0014-consent-recipients-and-homes.ts';
import { afterCaseAndConfidentialFacts } from './0015-after-case-and-confidential-facts.ts';
import { erasuresAndLegalHolds } from './0016-erasures-and-legal-holds.ts';
import { casePlansIcwaAndYouth } from './0017-case-plans-icwa-and-youth.ts';
import { mergedPeople } from './0018-merged-people.ts';
import { programSites } from './0019-program-sites.ts';
import { messagesThatInvite } from './0022-messages-that-invite.ts';
import { erasuresInServices } from './0023-erasures-in-services.ts';
import { nextRowOfAnImport } from './0024-next-row-of-an-import.ts';
import { linksInMessages } from './0025-links-in-messages.ts';
import { invitationsByMail } from './0026-invitations-by-mail.ts';
import { stories } from './0027-stories.ts';
import { erasuresOfRelatives } from './0028-erasures-of-relatives.ts';
import { messagesOfSomethingDue } from './0029-messages-of-something-due.ts';
import { accountsInvitedByMail } from './0030-accounts-invited-by-mail.ts';
import { rulesOfEveryRecord } from './0031-rules-of-every-record.ts';
import { willingnessToPartner } from './0033-willingness-to-partner.ts';
import { partTwoSealed } from './0034-part-two-sealed.ts';
import { noticesTold } from './0037-notices-told.ts';
import { profilesInOrder } from './0038-profiles-in-order.ts';
import { triageOfRequests } from './0039-triage-of-requests.ts';
import { whoseConsentAndWhichProgram } from './0042-whose-consent-and-which-program.ts';

export const identitySteps: readonly SchemaStep[] = [
  familiesAndPlacements,
  casesConsentsAndContact,
  partnersAndGrants,
  contactHoursAndEndings,
  staysBesidePlacements,
  contactDetails,
  correctionsAndCaseImport,
  notifications,
  breakGlass,
  relatives,
  consentRecipientsAndHomes,
  afterCaseAndConfidentialFacts,
  erasuresAndLegalHolds,
  casePlansIcwaAndYouth,
  mergedPeople,
  programSites,
  messagesThatInvite,
  erasuresInServices,
  nextRowOfAnImport,
  linksInMessages,
  invitationsByMail,
  stories,
  erasuresOfRelatives,
  messagesOfSomethingDue,
  accountsInvitedByMail,
  rulesOfEveryRecord,
  willingnessToPartner,
  partTwoSealed,
  noticesTold,
  profilesInOrder,
  triageOfRequests,
  whoseConsentAndWhichProgram,
];
