import { registerEnumType } from '@nestjs/graphql';

/** In which roles somebody works on a child's case. The two families are on it by who they are. */
export enum CaseRole {
  CASEWORKER = 'CASEWORKER',
  CASEWORKER_SUPERVISOR = 'CASEWORKER_SUPERVISOR',
  VISIT_SUPERVISOR = 'VISIT_SUPERVISOR',
  CASA = 'CASA',
  NAVIGATOR = 'NAVIGATOR',
}
registerEnumType(CaseRole, { name: 'CaseRole', description: 'In which role somebody works on a child’s case.' });

export const caseRoles: readonly `${CaseRole}`[] = Object.values(CaseRole);
