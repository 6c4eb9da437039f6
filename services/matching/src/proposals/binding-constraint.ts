import { registerEnumType } from '@nestjs/graphql';
import { bindingConstraints } from '../engine/matching-problem.ts';

export const BindingConstraint = Object.fromEntries(bindingConstraints.map((name) => [name, name]));
registerEnumType(BindingConstraint, {
  name: 'BindingConstraint',
  description: 'What is asked of a family and a mentor. Where nobody was found: the last thing that the mentor who came nearest did not meet. CO_LEADER: hours in common with the mentor of the other family, with whom they would lead the meetings of both. QUOTA: the county has set how many matches a group of mentors may have at a time.',
});
