import { contractingStep } from '@fc/tenancy';

export const consentRecipientsAndHomes = contractingStep(
  '0014-consent-recipients-and-homes',
  `create table "home_details" ("id" uuid not null, "people_in_home" int not null, "neighbourhood" text not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "consent" add "purpose" text not null default 'FAMILY_CONTACT', add "recipient_role" text null, add "recipient_partner_id" uuid null, add "wish" text null`,
  `alter table "consent" alter column "purpose" drop default`,
  `alter table "consent" alter column "recipient_person_id" drop not null`,
  `alter table "consent" add constraint "consent_purpose_check" check ("purpose" in ('FAMILY_CONTACT', 'CHILD_CARE', 'CASE_PLANNING', 'SUPPORT_SERVICES'))`,
  `alter table "consent" add constraint "consent_recipient_role_check" check ("recipient_role" in ('CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'CASA', 'NAVIGATOR', 'PARENT', 'CAREGIVER', 'PARENT_ALLY', 'CAREGIVER_MENTOR'))`,
  // Who may have which item of whom at this moment: by a consent that holds, named or in the role that it names, and never while a
  // prohibition of whatever channel stands between the two.
  `create view item_recipient as
     select consent.person_id, consent.item, recipient.id as recipient_id, consent.id as consent_id
       from consent cross join lateral (
         select consent.recipient_person_id where consent.recipient_person_id is not null
         union
         select member.person_id from circle_member own join circle_member member using (connection_id)
          where own.person_id = consent.person_id and member.role = consent.recipient_role
         union
         select worker.person_id from case_family family join case_assignment worker using (child_id)
          where family.person_id = consent.person_id and worker.role = consent.recipient_role and worker.ends_at is null
       ) recipient (id)
      where consent.starts_at <= now() and (consent.ends_at is null or consent.ends_at > now())
        and not exists (
          select 1 from contact_rule rule
           where rule.kind = 'PROHIBITION' and rule.hours is null and rule.starts_at <= now() and (rule.ends_at is null or rule.ends_at > now())
             and rule.first_person_id = least(consent.person_id, recipient.id) and rule.second_person_id = greatest(consent.person_id, recipient.id))`,
);
