import type { ProtectedTrait, ProtectedWishUse } from '../engine/protected-wishes.ts';
import { counted, type ReadIn } from './languages.ts';

const traits: Record<ReadIn, Record<ProtectedTrait, string>> = {
  en: { GENDER: 'gender', CULTURE: 'culture', FAITH: 'faith', RECOVERY: 'experience with recovery', TRIBAL_MEMBERSHIP: 'tribal membership' },
  es: { GENDER: 'género', CULTURE: 'cultura', FAITH: 'fe', RECOVERY: 'experiencia con la recuperación', TRIBAL_MEMBERSHIP: 'pertenencia a una tribu' },
};

const sentences: Record<ReadIn, { use: (use: ProtectedWishUse) => string; nobody: string; nothingElse: string }> = {
  en: {
    use: ({ trait, askedBy, must, met }) => `${counted(askedBy, 'family', 'families')} asked for it themselves: ${traits.en[trait]} of the mentor${must > 0 ? `, ${must} of them as a must` : ''}; ${counted(met, 'proposal meets', 'proposals meet')} it.`,
    nobody: 'No family asked for anything of this kind, so nothing of it counted.',
    nothingElse: 'For families who did not ask, none of it counted.',
  },
  es: {
    use: ({ trait, askedBy, must, met }) => `${counted(askedBy, 'familia lo pidió', 'familias lo pidieron')}: ${traits.es[trait]} de la persona mentora${must > 0 ? `, para ${must} es indispensable` : ''}; ${counted(met, 'propuesta lo cumple', 'propuestas lo cumplen')}.`,
    nobody: 'Ninguna familia pidió nada de este tipo, así que nada de ello contó.',
    nothingElse: 'Para las familias que no lo pidieron, nada de ello contó.',
  },
};

/** What of gender, culture, faith, recovery and tribal membership a run went by, and that families had asked for it. */
export function protectedWishesInWords(uses: readonly ProtectedWishUse[], language: ReadIn): string {
  const { use, nobody, nothingElse } = sentences[language];
  return uses.length > 0 ? [...uses.map(use), nothingElse].join(' ') : nobody;
}
