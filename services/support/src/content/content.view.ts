import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SupportContent } from './content-packs.ts';
import { ContentLanguage, ContentState } from './wording.ts';

registerEnumType(SupportContent, { name: 'SupportContent' });
registerEnumType(ContentLanguage, { name: 'ContentLanguage' });
registerEnumType(ContentState, { name: 'ContentState', description: 'MACHINE: translated, and read by nobody yet who speaks the language. Families read what is REVIEWED.' });

/** What every content of ours says of its own language. */
@ObjectType({ isAbstract: true })
export abstract class ContentInLanguage {
  @Field(() => ContentLanguage, { description: 'The language of the texts: English where the one asked for has not been reviewed.' })
  language!: ContentLanguage;

  @Field(() => ContentState)
  state!: ContentState;

  @Field(() => String, { description: 'Tells this wording from the next; a review names it.' })
  wording!: string;

  @Field(() => String, { nullable: true, description: 'Where the language asked for is not to be had.' })
  interpreterOffer!: string | null;
}
