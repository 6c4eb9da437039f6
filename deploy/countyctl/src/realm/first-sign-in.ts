import type AuthenticationExecutionInfoRepresentation from '@keycloak/keycloak-admin-client/lib/defs/authenticationExecutionInfoRepresentation.js';
import { unlessThere, type RealmAdmin } from './admin.ts';

/** The authentication flow of somebody's first sign-in with the county's own provider. */
export const firstSignInFlow = 'family-connections first sign-in';

const proofFlow = `${firstSignInFlow}: proof`;

/** There must be an invited account of that name or mail address: nobody makes one by signing in. */
const invited = 'idp-detect-existing-broker-user';

/** Then the person proves that it is theirs, by its mailbox or its password. What the provider says of the address proves nothing. */
const proofs = ['idp-email-verification', 'idp-username-password-form'];

/** The flow in one line: required steps joined by "and", alternatives by "or". */
export const firstSignIn = `${invited} and (${proofs.join(' or ')})`;

/** As `firstSignIn`, of the flow as it is; a step with another requirement has it behind its name. Empty where there is none. */
export async function readFirstSignIn(admin: RealmAdmin): Promise<string> {
  const steps = await executionsOf(admin);
  const said = (step: AuthenticationExecutionInfoRepresentation, expected: string): string => `${step.providerId ?? step.displayName}${step.requirement === expected ? '' : ` ${step.requirement}`}`;
  const outer = steps.filter(({ level }) => level === 0).map((step) => (step.authenticationFlow && step.requirement === 'REQUIRED' ? '' : said(step, 'REQUIRED')));
  const inner = steps.filter(({ level }) => level !== 0).map((step) => said(step, 'ALTERNATIVE'));
  return [...outer.filter(Boolean), ...(inner.length > 0 ? [`(${inner.join(' or ')})`] : [])].join(' and ');
}

/** Makes the flow, or takes all steps out of the one that is there and puts the right ones in: a flow in use cannot be removed. */
export async function makeFirstSignIn(admin: RealmAdmin): Promise<void> {
  const flow = firstSignInFlow;
  const management = admin.authenticationManagement;
  if (!(await flowExists(admin))) await unlessThere(management.createFlow({ alias: flow, providerId: 'basic-flow', topLevel: true, builtIn: false, description: 'Links an invited account whose owner proves that it is theirs.' }));
  for (const { level, id = '' } of await executionsOf(admin)) if (level === 0) await management.delExecution({ id });
  await management.addExecutionToFlow({ flow, provider: invited });
  await management.addFlowToFlow({ flow, alias: proofFlow, type: 'basic-flow', provider: 'registration-page-form', description: 'By the mailbox or the password.' });
  for (const provider of proofs) await management.addExecutionToFlow({ flow: proofFlow, provider });
  for (const step of await executionsOf(admin)) await management.updateExecution({ flow }, { ...step, requirement: step.level === 0 ? 'REQUIRED' : 'ALTERNATIVE' });
}

const executionsOf = async (admin: RealmAdmin): Promise<AuthenticationExecutionInfoRepresentation[]> =>
  (await flowExists(admin)) ? admin.authenticationManagement.getExecutions({ flow: firstSignInFlow }) : [];

const flowExists = async (admin: RealmAdmin): Promise<boolean> => (await admin.authenticationManagement.getFlows()).some(({ alias }) => alias === firstSignInFlow);
