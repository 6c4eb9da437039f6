import type { ReadinessPolicy } from '../readiness-pack.ts';

/** What ought to be written down, so that it does not depend on who is on duty. */
export const policies: readonly ReadinessPolicy[] = [
  { id: 'RP-01', text: 'A first call within a day and a first meeting within days of each placement' },
  { id: 'RP-02', text: 'What the two families may share about the child, about each other, and who decides' },
  { id: 'RP-03', text: 'When contact between the families is not safe, and how that is looked at again' },
  { id: 'RP-04', text: 'Family time: how often, where, who may be there, and when supervision ends' },
  { id: 'RP-05', text: 'What is expected of caregivers towards the parent, in the license and in the agreement' },
  { id: 'RP-06', text: 'Pay, training and supervision of parents who work as allies' },
  { id: 'RP-07', text: 'Confidentiality of talks between mentors and those whom they support' },
  { id: 'RP-08', text: 'Interpreters and translated papers for every family that needs them' },
  { id: 'RP-09', text: 'Respite and contact after the child has gone home, where both families wish it' },
  { id: 'RP-10', text: 'Tribes as partners from the first day, for every child who may belong to one' },
];
