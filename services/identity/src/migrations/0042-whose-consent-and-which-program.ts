import { schemaStep } from '@fc/tenancy';

export const whoseConsentAndWhichProgram = schemaStep(
  '0042-whose-consent-and-which-program',
  `alter table "partner_grant" add "program" text null`,
  // Adults gave their own, whoever wrote it down; which parent gave a child's to a worker nobody knows any more: null.
  `alter table "consent" add "given_by" uuid null`,
  `update "consent" set "given_by" = case
     when not exists (select 1 from child where child.id = "consent"."person_id") then "person_id"
     when exists (select 1 from child where child.id = "consent"."person_id" and "consent"."recorded_by"::text = any (child.parent_ids || child.id::text)) then "recorded_by"
   end`,
  // Who may have which item of whom at this moment: by a consent that holds, named or in the role that it names, and never once a
  // prohibition of whatever channel has stood between the two since it began, as its end brings nothing back (decision 7). A copy that
  // ended before what it copies was of a record that turned out to be somebody else's: it never was about these two.
  `create or replace view item_recipient as
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
          select 1 from contact_rule rule left join contact_rule original on original.id = rule.copy_of
           where rule.kind = 'PROHIBITION' and rule.hours is null and rule.starts_at <= now()
             and (rule.ends_at is null or rule.ends_at > now()
                  or (rule.ends_at > greatest(consent.starts_at, rule.starts_at) and (rule.copy_of is null or original.ends_at <= rule.ends_at)))
             and rule.first_person_id = least(consent.person_id, recipient.id) and rule.second_person_id = greatest(consent.person_id, recipient.id))`,
);
