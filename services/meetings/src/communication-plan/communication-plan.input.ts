import { ContactChannels, type ContactChannel } from '@fc/subgraph';
import { Field, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'How the two families want to stay in touch.' })
export class CommunicationPlanInput {
  @Field(() => String, { description: 'What they tell each other.' })
  what!: string;

  @Field(() => String)
  how!: string;

  @Field(() => String)
  howOften!: string;

  @Field(() => [ContactChannels], { defaultValue: [], description: 'In which ways; needed where the case plan sets something.' })
  channels!: ContactChannel[];

  @Field(() => Int, { nullable: true, description: 'At most how often a week, 1 to 100; needed where the case plan sets it.' })
  timesPerWeek?: number | null;
}
