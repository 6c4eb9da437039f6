import type { Reader } from '@fc/tenancy';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { SpokenLanguages } from '../projections/spoken-languages.entity.ts';

const ours: readonly string[] = Object.values(GuideLanguage);

/** The first of the acting person's own languages that there are texts in; English while nobody has said theirs, null where there are texts in none of them. */
export async function languageForActing(reader: Reader): Promise<GuideLanguage | null> {
  const [known] = await reader.rows(SpokenLanguages, { personId: actingPerson(reader) });
  const tags = (known?.languages ?? []).map((tag) => tag.split('-')[0] ?? '');
  const found = tags.find((tag) => ours.includes(tag)) as GuideLanguage | undefined; // just found among them
  return found ?? (tags.length === 0 ? GuideLanguage.en : null);
}
