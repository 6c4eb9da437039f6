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

/** What people call the role, without an article: "program supervisor". `labels` are what the county calls its roles. */
export function roleLabel(role: RoleName, labels: Readonly<Record<string, string>> = {}): string {
  const label = Object.hasOwn(labels, role) ? labels[role] : undefined;
  return label ?? calledOtherwise[role] ?? role.toLowerCase().replaceAll('_', ' ');
}

/** The role in plain words with its article: "a program supervisor". */
export function roleInWords(role: RoleName, labels: Readonly<Record<string, string>> = {}): string {
  const words = roleLabel(role, labels);
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
