import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ContentInLanguage } from '../content/content.view.ts';
import { glossaryPack } from './glossary-pack.ts';
import type { ReadTerm } from './look-up.ts';

@ObjectType('GlossaryTerm', { description: 'A word of foster care, said plainly.' })
export class GlossaryTermView implements ReadTerm {
  @Field(() => String, { description: 'Stable over all versions: FAMILY_CONNECTION.' })
  key!: string;

  @Field(() => String, { description: 'The county’s own word for a role where it has one.' })
  term!: string;

  @Field(() => String, { nullable: true, description: 'The usual word, where the county has its own for it.' })
  usualTerm!: string | null;

  @Field(() => [String], { description: 'Other words for the same.' })
  synonyms!: readonly string[];

  @Field(() => String)
  meaning!: string;
}

@ObjectType('Glossary', { description: 'What the words of foster care mean, in plain words of the platform’s own. For everybody.' })
export class GlossaryView extends ContentInLanguage {
  @Field(() => Int)
  version!: number;

  @Field(() => [GlossaryTermView], { description: 'By the alphabet of the language.' })
  terms!: readonly ReadTerm[];

  static of(read: ContentInLanguage, terms: readonly ReadTerm[]): GlossaryView {
    return Object.assign(new GlossaryView(), { ...read, version: glossaryPack.version, terms });
  }
}
