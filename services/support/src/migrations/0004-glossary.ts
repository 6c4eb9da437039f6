import { schemaStep } from '@fc/tenancy';

export const glossary = schemaStep(
  '0004-glossary',
  `alter table "content_review" drop constraint "content_review_content_check"`,
  `alter table "content_review" add constraint "content_review_content_check" check ("content" in ('PERSPECTIVE_TAKING', 'GLOSSARY'))`,
);
