/** Why other words are offered. */
export enum WordingConcern {
  /** It names what somebody lacks, and not what they do or need. */
  DEFICIT = 'DEFICIT',
  /** It says whose fault it is. */
  BLAME = 'BLAME',
  /** It makes a person into their case, their illness or their past. */
  LABEL = 'LABEL',
  /** It counts being poor as neglecting a child (R70). */
  POVERTY = 'POVERTY',
  /** It puts the caregiver in the parent's place: caregivers are a resource for the family, and no replacement (R76). */
  REPLACEMENT = 'REPLACEMENT',
}

export interface Wording {
  /** A regular expression without flags; found at the edges of words, whatever the case of its letters. */
  readonly find: string;
  readonly instead: string;
  readonly concern: WordingConcern;
}

const { DEFICIT, BLAME, LABEL, POVERTY, REPLACEMENT } = WordingConcern;

/** A parent or a family, in whatever words. */
const kin = { en: '(mom|mommy|mother|dad|daddy|father|parents?|family)', es: '(mamá|mami|madre|papá|papi|padres?|familia)' };

const en: readonly Wording[] = [
  { find: 'bio(logical)?[ -]?(mom|dad|mother|father|parents?)', instead: 'the person’s name, or “parent”', concern: LABEL },
  { find: 'real (mom|dad|mother|father|parents?)', instead: '“parent” for the parent, “caregiver” for the caregiver', concern: LABEL },
  { find: 'visitation', instead: '“family time”', concern: LABEL },
  { find: 'foster (kid|child)', instead: 'the child’s name, or “a child in foster care”', concern: LABEL },
  { find: '(drug )?addicts?', instead: '“a person who uses substances”, or “in recovery”', concern: LABEL },
  { find: 'clean and sober', instead: '“in recovery since …”', concern: LABEL },
  { find: 'dirty (urine|UA|test|drug screen)', instead: '“a test that found …”', concern: LABEL },
  { find: 'frequent flyers?', instead: '“a family who has asked for help before”', concern: LABEL },
  { find: 'dysfunctional( family)?', instead: 'what happens, and what the family does about it', concern: LABEL },
  { find: 'non[- ]?compliant', instead: 'what was asked, what was done, and what stood in the way', concern: BLAME },
  { find: 'resistant', instead: 'what the person said, and what worried them', concern: BLAME },
  { find: 'refus(es|ed) (services|to engage)', instead: 'what was offered, and why it did not fit', concern: BLAME },
  { find: 'manipulative', instead: 'what the person did, and what they hoped for', concern: BLAME },
  { find: 'unmotivated|unwilling', instead: 'what the person wishes for, and what it would take', concern: BLAME },
  { find: 'in denial', instead: 'what the person sees differently', concern: BLAME },
  { find: 'no[- ]?showed?', instead: '“could not come”, with the reason if there is one', concern: BLAME },
  { find: 'lacks? (insight|parenting skills)', instead: 'what the parent does well, and what they are learning', concern: DEFICIT },
  { find: 'unable to parent', instead: 'what help the parent needs for which part of parenting', concern: DEFICIT },
  { find: 'weaknesses', instead: '“needs”, beside the strengths', concern: DEFICIT },
  { find: 'broken home', instead: '“parents who live apart”', concern: DEFICIT },
  { find: 'neglect(ed|ful|s)?[^.\\n]{0,60}(homeless\\w*|housing|evict\\w*|rent|utilit\\w*|heat|electricity|income|money|poverty|poor|unemploy\\w*)', instead: 'the need by itself: which help with housing or income the family is offered', concern: POVERTY },
  { find: '(homeless\\w*|housing|evict\\w*|rent|utilit\\w*|heat|electricity|income|money|poverty|poor|unemploy\\w*)[^.\\n]{0,60}neglect(ed|ful|s)?', instead: 'the need by itself: which help with housing or income the family is offered', concern: POVERTY },
  { find: 'fail(s|ed|ure) to provide', instead: 'what was missing, and what kept the family from getting it', concern: POVERTY },
  { find: '(unfit|filthy|squalid) (home|house|apartment|conditions)', instead: 'what you saw, and what help with the home is offered', concern: POVERTY },
  // What a child hears of their parent stays kind (R60).
  { find: `(bad|awful|horrible|lousy|unfit|deadbeat) ${kin.en}`, instead: 'what the parent does well, and what they are working on', concern: BLAME },
  { find: '(abandoned|gave up on|walked out on|turned (his|her|their) back on) ((the|his|her|their|your) (child|children|kids?|baby|sons?|daughters?)|him|her|them|you)', instead: 'that the parent thinks of the child, and what they are working on', concern: BLAME },
  { find: '(doesn[’\']t|does not|don[’\']t|do not|didn[’\']t|did not) (care about|want|love) ((the|his|her|their|your) (child|children|kids?|baby|sons?|daughters?)|him|her|them|you)', instead: 'that the parent thinks of the child, and what they are working on', concern: BLAME },
  { find: 'chose (drugs|alcohol|(his|her|their) (boyfriend|girlfriend|partner))( over)?', instead: 'that the parent is not well at present, and who helps them', concern: BLAME },
  // Caregivers are a resource for the family, and take nobody's place (R76).
  { find: 'new (mom|mommy|mother|dad|daddy|father|family)', instead: 'the caregiver’s name, or what the child calls them', concern: REPLACEMENT },
  { find: 'forever (home|family|mom|mommy|mother|dad|daddy|father|parents?)', instead: '“the home where the child lives for now”, beside the parents', concern: REPLACEMENT },
  { find: `replac(e|es|ed|ing) (the|his|her|their|your) ${kin.en}|replacements? for (the|his|her|their|your) ${kin.en}|replacement (home|${kin.en})`, instead: '“caregiver”: somebody beside the parents, and a resource for them', concern: REPLACEMENT },
  { find: `better (home|${kin.en})`, instead: 'what the child has in either home', concern: REPLACEMENT },
  { find: '(rescued|saved) (him|her|them|the (child|children|kids?|baby)) from', instead: '“cares for … while the parents …”', concern: REPLACEMENT },
  { find: `(forget|move on from|get over) (about )?(the|his|her|their|your) ${kin.en}`, instead: 'how the child keeps the parent in their life', concern: REPLACEMENT },
];

const es: readonly Wording[] = [
  { find: '(madre|padre|mamá|papá|padres) biológic[oa]s?', instead: 'el nombre de la persona, o «padre» o «madre»', concern: LABEL },
  { find: '(madre|padre|mamá|papá) de verdad', instead: '«padre» o «madre», y «persona cuidadora» para quien cuida al niño', concern: LABEL },
  { find: 'visitas supervisadas', instead: '«tiempo en familia»', concern: LABEL },
  { find: '(drog)?adict[oa]s?', instead: '«una persona que consume sustancias», o «en recuperación»', concern: LABEL },
  { find: 'familia disfuncional', instead: 'lo que ocurre, y lo que la familia hace al respecto', concern: LABEL },
  { find: 'incumplid[oa]r?a?', instead: 'lo que se pidió, lo que se hizo y lo que lo impidió', concern: BLAME },
  { find: 'se niega a (participar|cooperar)', instead: 'lo que se ofreció, y por qué no le servía', concern: BLAME },
  { find: 'manipulador(a|es|as)?', instead: 'lo que hizo la persona, y lo que esperaba', concern: BLAME },
  { find: 'desmotivad[oa]s?', instead: 'lo que la persona desea, y lo que necesitaría', concern: BLAME },
  { find: 'en negación', instead: 'lo que la persona ve de otra manera', concern: BLAME },
  { find: 'incapaz de (criar|cuidar)', instead: 'qué ayuda necesita, y para qué', concern: DEFICIT },
  { find: 'debilidades', instead: '«necesidades», junto a las fortalezas', concern: DEFICIT },
  { find: 'negligen(cia|te)[^.\\n]{0,60}(vivienda|desaloj\\w*|alquiler|renta|calefacción|luz|ingresos|dinero|pobreza|pobre|desemple\\w*)', instead: 'la necesidad por sí misma: qué ayuda de vivienda o de ingresos se ofrece', concern: POVERTY },
  { find: '(vivienda|desaloj\\w*|alquiler|renta|calefacción|luz|ingresos|dinero|pobreza|pobre|desemple\\w*)[^.\\n]{0,60}negligen(cia|te)', instead: 'la necesidad por sí misma: qué ayuda de vivienda o de ingresos se ofrece', concern: POVERTY },
  { find: 'no (proveyó|provee|proporcionó|proporciona)', instead: 'lo que faltaba, y lo que impidió a la familia conseguirlo', concern: POVERTY },
  { find: `(mal|mal[oa]s?|pésim[oa]s?) ${kin.es}|${kin.es} (irresponsables?|desnaturalizad[oa]s?)`, instead: 'lo que la persona hace bien, y en qué está trabajando', concern: BLAME },
  { find: '(abandonó|abandonaron|dejó tirad[oa]s?) a su(s)? (hij[oa]s?|niñ[oa]s?|bebé)|(te|l[oa]s?) (abandonó|abandonaron|dejó tirad[oa]s?)', instead: 'que la persona piensa en el niño, y en qué está trabajando', concern: BLAME },
  { find: 'no (te|l[oa]s?) (quiere|quieren|quiso|ama|aman)', instead: 'que la persona piensa en el niño, y en qué está trabajando', concern: BLAME },
  { find: '(prefirió|eligió|escogió) (las drogas|la droga|el alcohol|a su (novio|novia|pareja))', instead: 'que la persona no está bien por ahora, y quién la ayuda', concern: BLAME },
  { find: `nuev[oa]s? ${kin.es}|${kin.es} nuev[oa]s?`, instead: 'el nombre de la persona cuidadora, o como la llama el niño', concern: REPLACEMENT },
  { find: `(hogar|casa|${kin.es}) para siempre`, instead: '«el hogar donde el niño vive por ahora», junto a sus padres', concern: REPLACEMENT },
  { find: `(reemplaz|sustitu)\\p{L}* a (la|el|los|su|sus|tu|tus) ${kin.es}|reemplazo de (la|los|su|sus|tu|tus) ${kin.es}|${kin.es} sustitut[oa]s?|hogar sustituto`, instead: '«persona cuidadora»: alguien junto a los padres, y un apoyo para ellos', concern: REPLACEMENT },
  { find: `mejor(es)? (hogar|${kin.es})|(hogar|${kin.es}) mejor(es)?`, instead: 'lo que el niño tiene en cada hogar', concern: REPLACEMENT },
  { find: '(rescató|salvó) (al|a la|a los|a las) (niñ[oa]s?|bebé)', instead: '«cuida de … mientras los padres …»', concern: REPLACEMENT },
  { find: `olvid\\p{L}* (a|de) (la|su|sus|tu|tus) ${kin.es}`, instead: 'cómo el niño mantiene a su madre o a su padre en su vida', concern: REPLACEMENT },
];

/** Our own list, by language; whether somebody has reviewed it is known by its wording pack. */
export const wordLists = { en, es } as const satisfies Record<string, readonly Wording[]>;
export type ListedLanguage = keyof typeof wordLists;
