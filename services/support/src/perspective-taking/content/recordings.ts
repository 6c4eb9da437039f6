import { ContentLanguage, ContentState } from '../../content/wording.ts';
import type { Recording } from '../perspective-part.ts';

const english = { language: ContentLanguage.en, state: ContentState.REVIEWED } as const;

/** Where parents, caregivers and young people speak for themselves. */
export const recordings: readonly Recording[] = [
  {
    id: 'PT-I-01',
    kind: 'INTERVIEW',
    title: 'Episode 41: Birth-Foster Parent Mentoring Teams',
    by: 'Child Welfare Information Gateway, 2019',
    url: 'https://www.childwelfare.gov/resources/episode-41-birth-foster-parent-mentoring-teams/',
    ...english,
  },
  {
    id: 'PT-I-02',
    kind: 'INTERVIEW',
    title: 'How can birth and foster parents partner to achieve reunification?',
    by: 'Casey Family Programs, 2020',
    url: 'https://www.casey.org/birth-and-foster-parent-partnerships',
    ...english,
  },
  { id: 'PT-V-01', kind: 'VIDEO', title: 'Videos of foster parents and young people', by: 'CHAMPS', url: 'https://fosteringchamps.org/get-involved/', ...english },
];
