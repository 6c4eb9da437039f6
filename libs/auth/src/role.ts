/** What a person does in a county's program. Identity's role assignments are the authority for who holds which. */
export enum Role {
  COORDINATOR = 'COORDINATOR',
  PROGRAM_SUPERVISOR = 'PROGRAM_SUPERVISOR',
  CASEWORKER = 'CASEWORKER',
  CASEWORKER_SUPERVISOR = 'CASEWORKER_SUPERVISOR',
  VISIT_SUPERVISOR = 'VISIT_SUPERVISOR',
  PARENT = 'PARENT',
  CAREGIVER = 'CAREGIVER',
  PARENT_ALLY = 'PARENT_ALLY',
  CAREGIVER_MENTOR = 'CAREGIVER_MENTOR',
  RELATIVE = 'RELATIVE',
  YOUTH = 'YOUTH',
  CASA = 'CASA',
  NAVIGATOR = 'NAVIGATOR',
}

/** A role as plain text, the way events and tables carry it. */
export type RoleName = `${Role}`;

/** Where the name of the role, in lower case, is not what people call it. */
const calledOtherwise: Partial<Record<RoleName, string>> = {
  PARENT_ALLY: 'Parent Ally',
  CAREGIVER_MENTOR: 'Caregiver Mentor',
  YOUTH: 'young person in care',
  CASA: 'court appointed special advocate',
};

/** The role in plain words with its article: "a program supervisor". `labels` are what the county calls its roles. */
export function roleInWords(role: RoleName, labels: Readonly<Record<string, string>> = {}): string {
  const label = Object.hasOwn(labels, role) ? labels[role] : undefined;
  const words = label ?? calledOtherwise[role] ?? role.toLowerCase().replaceAll('_', ' ');
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
