import { registerEnumType } from '@nestjs/graphql';

/** The five protective factors of the Strengthening Families framework: exactly these (R66). They are not the subscales of the PFS-2. */
export enum ProtectiveFactor {
  PARENTAL_RESILIENCE = 'PARENTAL_RESILIENCE',
  SOCIAL_CONNECTIONS = 'SOCIAL_CONNECTIONS',
  PARENTING_KNOWLEDGE = 'PARENTING_KNOWLEDGE',
  CONCRETE_SUPPORT = 'CONCRETE_SUPPORT',
  CHILD_SOCIAL_EMOTIONAL = 'CHILD_SOCIAL_EMOTIONAL',
}
export const allProtectiveFactors: readonly ProtectiveFactor[] = Object.values(ProtectiveFactor);
registerEnumType(ProtectiveFactor, { name: 'ProtectiveFactor', description: 'One of the five protective factors of the Strengthening Families framework.' });

/** In plain words, in the framework's own order. */
export const protectiveFactors: readonly { readonly factor: ProtectiveFactor; readonly label: string }[] = [
  { factor: ProtectiveFactor.PARENTAL_RESILIENCE, label: 'Parental resilience' },
  { factor: ProtectiveFactor.SOCIAL_CONNECTIONS, label: 'Social connections' },
  { factor: ProtectiveFactor.PARENTING_KNOWLEDGE, label: 'Knowledge of parenting and child development' },
  { factor: ProtectiveFactor.CONCRETE_SUPPORT, label: 'Concrete support in times of need' },
  { factor: ProtectiveFactor.CHILD_SOCIAL_EMOTIONAL, label: 'Social and emotional competence of children' },
];
