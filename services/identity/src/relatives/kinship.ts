import { registerEnumType } from '@nestjs/graphql';

/** What a relative is to the child. The last is no relative, but a suitable other person whom the child knows well. */
export enum Kinship {
  NONCUSTODIAL_PARENT = 'NONCUSTODIAL_PARENT',
  SIBLINGS_PARENT = 'SIBLINGS_PARENT',
  ADULT_SIBLING = 'ADULT_SIBLING',
  GRANDPARENT = 'GRANDPARENT',
  AUNT_OR_UNCLE = 'AUNT_OR_UNCLE',
  COUSIN = 'COUSIN',
  OTHER_RELATIVE = 'OTHER_RELATIVE',
  NON_RELATIVE_EXTENDED_FAMILY = 'NON_RELATIVE_EXTENDED_FAMILY',
}
registerEnumType(Kinship, {
  name: 'Kinship',
  description: 'What a relative is to the child. SIBLINGS_PARENT has custody of a brother or sister. NON_RELATIVE_EXTENDED_FAMILY is no relative, but known to the child and to be assessed like one.',
});

export const kinships: readonly `${Kinship}`[] = Object.values(Kinship);

/** Whether the agency has to notify them of the removal. Of those who are no relatives it asks only whether they could care for the child. */
export const isToBeNotified = (kinship: `${Kinship}`): boolean => kinship !== 'NON_RELATIVE_EXTENDED_FAMILY';

const words: Record<Kinship, string> = {
  NONCUSTODIAL_PARENT: 'noncustodial parent',
  SIBLINGS_PARENT: 'parent of a sibling',
  ADULT_SIBLING: 'adult sibling',
  GRANDPARENT: 'grandparent',
  AUNT_OR_UNCLE: 'aunt or uncle',
  COUSIN: 'cousin',
  OTHER_RELATIVE: 'relative',
  NON_RELATIVE_EXTENDED_FAMILY: 'suitable other',
};

/** The kinship as people of the county say it. `labels` are the county's own words, by kinship. */
export const kinshipInWords = (kinship: `${Kinship}`, labels: Readonly<Record<string, string>>): string => (Object.hasOwn(labels, kinship) ? labels[kinship] : undefined) ?? words[kinship];
